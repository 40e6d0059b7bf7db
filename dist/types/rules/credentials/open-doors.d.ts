/** Settings and options by which servers let everybody in. Sources: the documentation of the images. */
import type { Service } from '../../compose/project.js';
/** What is open, where it is not the whole service. */
export interface Part {
    /** After "into", before the service. */
    readonly phrase: string;
    /** Where it listens. */
    readonly portOf: (service: Service) => number;
}
export interface OpenSetting {
    readonly names: readonly string[];
    readonly off: (text: string) => boolean;
    /** Last segments of the images that have the setting, where its name is not telling. */
    readonly images?: readonly string[];
    /** Official images of these names do not know it. */
    readonly vendorOnly?: boolean;
    /** Tags of the images that have it; others ignore it. */
    readonly tags?: RegExp;
    /** A second setting without which this one lets nobody do much. */
    readonly with?: {
        readonly name: string;
        readonly is: RegExp;
    };
    /** Settings that win: with one of them, this one is without effect. */
    readonly unless?: readonly string[];
    /** A file of accounts that is mounted or written in its place. */
    readonly accounts?: RegExp;
    readonly part?: Part;
}
export declare const OPEN_SETTINGS: readonly OpenSetting[];
export interface OpenOption {
    /** Absent: no other program has an option of that name. */
    readonly program?: string;
    /** The ways to write it. */
    readonly words: readonly string[];
    /** Another option with which this one is without effect. */
    readonly unless?: RegExp;
    readonly part?: Part;
}
export declare const OPEN_OPTIONS: readonly OpenOption[];
