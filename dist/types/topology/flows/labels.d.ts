/** Flows that proxies read off labels and variables of the services behind them (Traefik, Caddy, nginx-proxy and others). */
import type { Project, Service } from '../../compose/project.js';
import { type Draft } from './draft.js';
export interface Router {
    /** Images of the proxy, as in the catalogue. */
    readonly images: readonly string[];
    /** A command line that makes any image this proxy. */
    readonly command?: RegExp;
    /** What asks for a route: a label, or an environment variable. */
    readonly route: RegExp;
    readonly place: 'label' | 'environment';
    /** Holds the port behind the proxy, as a number or in a text. */
    readonly port: RegExp;
    /** With the value `false` it takes the service out. */
    readonly enable?: string;
    /** Labels with what the proxy itself calls on behalf of a route: `forwardauth.address=http://auth:9000`. */
    readonly calls?: RegExp;
}
export declare function labelDrafts(project: Project): readonly Draft[];
/** A service that reads its routes off the containers of the Engine, those of other projects included. */
export interface Proxy {
    readonly router: Router;
    /** The place of its project among those that were asked for. */
    readonly position: number;
    readonly service: string;
}
/** The proxies that are the only one of their kind among the projects. */
export declare function onlyProxies(projects: readonly Project[]): readonly Proxy[];
/** `proxy`: its name. */
export declare function routeDrafts(router: Router, proxy: string, service: Service): readonly Draft[];
