/** The configuration that `bulkhead init` writes: everything that can be said, commented out but for the default. */
import type { RuleDescriptor } from '../analysis/report.js';

/** Lines that begin with `#` and no blank are examples, to be taken out of the comment; the others are text. */
export function configTemplate(rules: readonly RuleDescriptor[]): string {
  const width = Math.max(...rules.map(({ id, severity }) => id.length + severity.length));
  const levels = rules.map(({ id, title, severity }) => {
    return `#  ${id}: ${severity}${' '.repeat(width - id.length - severity.length)}  # ${title}`;
  });
  return `# What bulkhead reports, and what it is to leave alone. Paths are relative to this folder.
# What a rule is about: bulkhead explain RULE

# Exit 1 from this severity on: critical, high, medium, low or never.
fail-on: high

# Leave findings below a severity out.
#min-severity: medium

# Report what is only a matter of principle, too.
#pedantic: true

# Suppress what was there when you began: bulkhead baseline --output bulkhead-baseline.json
#baseline: bulkhead-baseline.json

# The severity of all findings of a rule, or off. Without a word here a rule grades its findings by itself; this is
# what it mostly gives.
#rules:
${levels.join('\n')}

# Other severities for some files or services. Where several match, the last one counts. Patterns: * is a part of a
# name, ** any folders, a folder stands for all in it, ! in front takes out again.
#overrides:
#  - paths: [examples/**, '!examples/production']
#    services: ['*-test']
#    rules:
#      plaintext-credentials: off

# Findings that somebody looked at and decided to live with. They stay in the report as suppressed; an entry that
# ignores nothing, or has expired, is reported. In a Compose file the same is said by a comment on the line, or on the
# line above: # bulkhead-ignore[RULE] the reason
#ignores:
#  - rules: [plaintext-credentials]
#    services: [db]
#    paths: [compose.yaml]
#    reason: Throw-away password of the demonstration
#    owner: platform team
#    expires: 2035-12-31

# What services are, where bulkhead cannot tell: edge, frontend, app, worker, database, cache, queue, storage, admin,
# monitoring, tunnel or other.
#roles:
#  ledger: database
#  '*-proxy': edge
`;
}
