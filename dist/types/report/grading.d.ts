/** How the severity and confidence of a rule's findings come about, in rows and sentences that pages and terminals share. */
import type { Finding, RuleDescriptor } from '../analysis/report.js';
export interface GradingText {
    readonly intro: string;
    /** The head first; every row has as many cells. Empty where the rule has no table. */
    readonly rows: readonly (readonly string[])[];
    /** What the words of the rows mean. */
    readonly terms: readonly {
        readonly word: string;
        readonly meaning: string;
    }[];
}
export declare function gradingText({ severity, confidence, grading }: RuleDescriptor): GradingText;
/** `outside x direct x data x high evidence = high`, where a finding's severity was looked up. */
export declare function derivationText({ facts, severity }: Finding): string | undefined;
