/** Holds findings against the ignores, and keeps which of them were of use. */
import type { Item } from '../subject.js';
import type { Ignore, IgnoreMistake, Ignores } from './ignore.js';

export interface Judge {
  /** The first ignore that covers a finding. */
  readonly ignoreOf: (item: Item) => Ignore | undefined;
  /** What is wrong with the ignores, once all findings were held against them. `failedRules` could not say what they see. */
  readonly mistakes: (failedRules: ReadonlySet<string>) => readonly IgnoreMistake[];
}

/** `today`: `2027-01-31`; nothing expires without it. `ownRule`: the rule that tells of the mistakes. */
export function judgeOf({ ignores, mistakes }: Ignores, today: string | undefined, ownRule: string): Judge {
  const isExpired = ({ expires }: Ignore) => expires !== undefined && today !== undefined && expires < today;
  const used = new Set<Ignore>();
  const byRule = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    if (isExpired(ignore)) continue;
    const known = byRule.get(ignore.rule);
    if (known) known.push(ignore);
    else byRule.set(ignore.rule, [ignore]);
  }
  return {
    ignoreOf: (item) => {
      const covering = (byRule.get(item.rule.id) ?? []).filter(({ covers }) => covers(item));
      for (const ignore of covering) used.add(ignore);
      return covering[0];
    },
    mistakes: (failedRules) => [
      ...mistakes,
      ...ignores.flatMap((ignore): readonly IgnoreMistake[] => {
        const { kind, rule, at, subject, seenWhole } = ignore;
        if (isExpired(ignore)) return [{ problem: 'expired', kind, rule, at, subject }];
        const isUnused = !used.has(ignore) && seenWhole && !failedRules.has(rule) && rule !== ownRule;
        return isUnused ? [{ problem: 'unused', kind, rule, at, subject }] : [];
      }),
    ],
  };
}
