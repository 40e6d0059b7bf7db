/** The Docker Engine a project is judged for: its version line, what drives it, and the daemon options that change reach. */
export interface EngineProfile {
    /** `28`, or with a minor version `27.5`. */
    readonly line: string;
    /** `swarm`: deployed with `docker stack deploy`. */
    readonly mode: 'compose' | 'swarm';
    /** The daemon's `userland-proxy`. */
    readonly userlandProxy: boolean;
    /** The daemon's `icc`: whether containers on the default bridge talk to each other. */
    readonly defaultBridgeIcc: boolean;
    /** The daemon's `allow-direct-routing`: published ports take traffic at the container's own address. */
    readonly allowDirectRouting: boolean;
}
export declare const DEFAULT_ENGINE: EngineProfile;
/** Whether the text names a version line: `28`, `27.5`. */
export declare function isEngineLine(text: string): boolean;
/** Whether the line begins at or after a version. A line without a minor version stands for its latest. */
export declare function atLeast(engine: EngineProfile, major: number, minor?: number): boolean;
