/** The documentation of rules in Markdown: pages, the table of all, and what SARIF says of each. */
import type { Finding, RuleDescriptor } from '../analysis/report.js';
/** A page about one rule. `found`: what it finds in the bad example. */
export declare function rulePage(rule: RuleDescriptor, found: readonly Finding[]): string;
export declare const GRADING_TITLE = "How severity and confidence are derived";
interface Additions {
    readonly found?: readonly Finding[];
    readonly ignore?: string;
    readonly grading?: string;
}
/** Everything but the heading. */
export declare function ruleBody(docs: RuleDescriptor['docs'], { found, ignore, grading }?: Additions): string;
/** `pages`: where the page of each rule is, with a slash at its end. */
export declare function ruleTable(rules: readonly RuleDescriptor[], pages: string): string;
/** As an ignore comment is written, for a page and for the terminal. */
export declare function ignoreComment(id: string): string;
/** `CWE-522` for `external/cwe/cwe-522`. */
export declare function tagText(tag: string): string;
/** The place and the message, as `--format unix` begins, and how the severity came about. */
export declare function findingLine(finding: Finding): string;
export {};
