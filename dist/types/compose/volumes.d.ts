/**
 * The short syntax of `volumes`: `[source:]target[:options]`, read as compose-go's `format.ParseVolume` reads it. A part
 * that hangs on a variable that is not set is kept as text; nothing is refused for it.
 */
import { type Part, type Span } from './part.js';
export interface ShortVolume {
    readonly type: 'bind' | 'volume';
    readonly source?: Part;
    /** As written. */
    readonly target?: Part;
    /** The option that says so, or options that may say so because they are unknown. */
    readonly readOnly?: Part;
    readonly noCopy?: Part;
    readonly propagation?: Part;
    readonly selinux?: Part;
    /** A text of one or two bytes: nothing but a target, without even empty options. */
    readonly bare: boolean;
}
export type VolumeParse = {
    readonly ok: true;
    readonly volume: ShortVolume;
} | {
    readonly ok: false;
    readonly message: string;
};
export declare function parseVolume(text: string, unknowns?: readonly Span[]): VolumeParse;
