/** The rules as a report describes them: everything but what they do. */
import { type Rule } from '../rules/rule.js';
import type { Config } from './config/config.js';
import type { RuleDescriptor } from './report.js';
/** The rules that look at projects, and the one about ignores. */
export declare function descriptorsOf(rules: readonly Rule[]): readonly RuleDescriptor[];
/**
 * With the severities that the configurations give them, the worst where they differ. A rule that all of them switch off
 * is left out, unless one of its findings is in the report all the same.
 */
export declare function configuredDescriptors(descriptors: readonly RuleDescriptor[], configs: readonly (Config | undefined)[], reported: ReadonlySet<string>): readonly RuleDescriptor[];
