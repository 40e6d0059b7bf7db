/**
 * Comments that ignore findings: `# bulkhead-ignore[rule, other-rule] reason` for what begins on a line, and
 * `# bulkhead-ignore-file[rule] reason` for a file. `until 2027-01-31` before the reason is the last day on which they count.
 */
import { type Range, type SourceText } from '../../source/text.js';
export interface IgnoreComment {
    readonly scope: 'line' | 'file';
    readonly at: Range;
    /** As written between the brackets. */
    readonly rules: readonly {
        readonly id: string;
        readonly at: Range;
    }[];
    readonly reason: {
        readonly text: string;
        readonly at: Range;
    };
    readonly expires: string | undefined;
    /** The line it is about, for `line`. */
    readonly line: number;
}
/** In the order of the text. */
export declare function ignoreCommentsIn(source: SourceText): readonly IgnoreComment[];
