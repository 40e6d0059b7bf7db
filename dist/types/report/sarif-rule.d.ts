/** SARIF's description of a rule, as GitHub code scanning shows it beside an alert. */
import type { ReportingDescriptor } from 'sarif';
import type { RuleDescriptor } from '../analysis/report.js';
/**
 * GitHub reads the severity of a security alert off the rule (`security-severity`), never off the result. It is the
 * rule's own severity here, as configured: the worst of its findings would change with every push, and with it the
 * rank of alerts that did not change. What a single finding weighs is its result's `level`, `rank` and properties.
 */
export declare function descriptorOf(rule: RuleDescriptor, documentation: string | undefined): ReportingDescriptor;
