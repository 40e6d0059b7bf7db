export type Parsed<Value> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** Bytes of a text such as `1.5gb`, `64 MiB` or `1024` (go-units `RAMInBytes`). */
export declare function parseSize(text: string): Parsed<bigint>;
/** Nanoseconds of a text such as `1m30s` or `2d` (Go's `time.ParseDuration` with days and weeks). */
export declare function parseDuration(text: string): Parsed<bigint>;
/** Go's `Duration.String()`. */
export declare function formatDuration(nanoseconds: bigint): string;
/** Go's `%q`, as far as texts from a Compose file need it. */
export declare function quote(text: string): string;
