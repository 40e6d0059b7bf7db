/** What the parts of a service say about its role: the table of signals, each with its weight. Pure data. */
import type { ImageKind } from '../images/kinds.js';
import type { Role } from '../topology.js';
import { type Signal } from './signal.js';
export interface PortSignal {
    readonly ports: readonly number[];
    readonly role: Role;
    readonly weight: number;
}
/** By how the catalogue found the image. */
export declare const IMAGE_WEIGHTS: {
    readonly exact: 12;
    readonly pattern: 11;
    readonly 'last-segment': 8;
};
/** Kinds of images that run in more than one role, so that other signals decide. */
export declare const KIND_WEIGHTS: Readonly<Partial<Record<ImageKind, number>>>;
/** What runs an image that says nothing, or none that is known, is most likely an application. */
export declare const DEFAULT_WEIGHT = 1;
/** An image that is known for one thing runs another. */
export declare const JOB_WEIGHT = 16;
/** A data directory of a store, in a service that serves pages: an application with a store inside. */
export declare const EMBEDDED_STORE_WEIGHT = 0.9;
export declare const WEB_PORTS: ReadonlySet<number>;
/** A plain system without a port runs a script. */
export declare const SCRIPT_WEIGHT = 1.2;
/** Of what the name of an image or a build says beside other things about a store. */
export declare const PASSING_SHARE = 0.2;
export declare const NAME_SOURCE_WEIGHTS: {
    readonly service: 1;
    readonly image: 0.9;
    readonly build: 0.8;
    readonly container: 0.7;
    readonly host: 0.6;
};
/** Names of environment variables. */
export declare const ENVIRONMENT_SIGNALS: readonly Signal[];
export declare const environmentSignals: (text: string) => readonly Signal[];
/** Whether a variable names a database elsewhere: whoever has one is a client. */
export declare function namesDatabase(variable: string): boolean;
/** Ports of the container, as targets of `ports`, in `expose`, and in probes of itself. */
export declare const PORT_SIGNALS: readonly PortSignal[];
/** Where volumes are mounted in the container. */
export declare const VOLUME_SIGNALS: readonly Signal[];
/** Names of labels. Whoever is published through a proxy is at least a web application. */
export declare const LABEL_SIGNALS: readonly Signal[];
/** One that is asked to run to its end. */
export declare const LIFE_WEIGHTS: {
    readonly completed: 20;
    readonly jobMode: 8;
    readonly noRestart: 1.5;
    readonly toolProfile: 1.5;
    readonly hostControl: 1.5;
};
export declare const TOOL_PROFILES: ReadonlySet<string>;
