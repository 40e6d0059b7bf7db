/** Holds findings against the ignores, and keeps which of them were of use. */
import type { Item } from '../subject.js';
import type { Ignore, IgnoreMistake } from './ignore.js';

export interface Judge {
  /** The first ignore that covers a finding. */
  readonly ignoreOf: (item: Item) => Ignore | undefined;
  /** Of every ignore, once all findings were held against them. `failedRules` could not say what they see. */
  readonly verdicts: (failedRules: ReadonlySet<string>) => readonly IgnoreVerdict[];
}

export interface IgnoreVerdict {
  readonly ignore: Ignore;
  readonly isUsed: boolean;
  /** Absent where it is of use, or where nobody can say. */
  readonly mistake: IgnoreMistake | undefined;
}

/** `today`: `2027-01-31`; nothing expires without it. `ownRule`: the rule that tells of the mistakes. */
export function judgeOf(ignores: readonly Ignore[], today: string | undefined, ownRule: string): Judge {
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
    verdicts: (failedRules) =>
      ignores.map((ignore) => {
        const { kind, rule, at, subject, seenWhole } = ignore;
        const isUsed = used.has(ignore);
        const isUnused = !isUsed && seenWhole && !failedRules.has(rule) && rule !== ownRule;
        const problem = isExpired(ignore) ? 'expired' : isUnused ? 'unused' : undefined;
        return { ignore, isUsed, mistake: problem && { problem, kind, rule, at, subject } };
      }),
  };
}
