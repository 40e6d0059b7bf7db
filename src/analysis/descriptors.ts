/** The rules as a report describes them: everything but what they do. */
import { type Rule, SEVERITIES } from '../rules/rule.js';
import { gradingOf } from '../rules/severity.js';
import type { Config, Level } from './config/config.js';
import { unusedIgnore } from './ignores/unused-ignore.js';
import type { RuleDescriptor } from './report.js';

/** The rules that look at projects, and the one about ignores. */
export function descriptorsOf(rules: readonly Rule[]): readonly RuleDescriptor[] {
  return [...rules, unusedIgnore].map(({ id, title, severity, confidence, persona, tags, docs, scale }) => {
    return { id, title, severity, confidence, persona, tags, docs, ...(scale && { grading: gradingOf(scale) }) };
  });
}

/**
 * With the severities that the configurations give them, the worst where they differ. A rule that all of them switch off
 * is left out, unless one of its findings is in the report all the same.
 */
export function configuredDescriptors(
  descriptors: readonly RuleDescriptor[],
  configs: readonly (Config | undefined)[],
  reported: ReadonlySet<string>,
): readonly RuleDescriptor[] {
  return descriptors.flatMap((descriptor) => {
    const levels = configs.map((config): Level => config?.levels.get(descriptor.id) ?? descriptor.severity);
    const severity = SEVERITIES.find((candidate) => levels.includes(candidate));
    if (severity) return [{ ...descriptor, severity }];
    return levels.length === 0 || reported.has(descriptor.id) ? [descriptor] : [];
  });
}
