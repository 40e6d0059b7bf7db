/** What a part of a run has to say of ignores in configurations: another part may have a use for them. */
import { regionOf } from '../../source/text.js';
import type { Prospect } from '../finding.js';
import type { ShardIgnore } from '../report.js';
import type { Item, Subject } from '../subject.js';
import type { IgnoreVerdict } from './judge.js';
import { itemOf } from './unused-ignore.js';

export interface Part {
  readonly subjects: readonly Subject[];
  /** Of each subject, where it stands in the whole run. */
  readonly positions: readonly number[];
  readonly knownRules: ReadonlySet<string>;
  readonly decide: (item: Item) => readonly Prospect[];
}

/** Beyond all positions: projects that an ignore may be about are heard before those that it is not about. */
const UNCONCERNED = 2 ** 32;

export function openIgnores(verdicts: readonly IgnoreVerdict[], part: Part): readonly ShardIgnore[] {
  const positions = new Map(part.subjects.map((subject, index) => [subject, part.positions[index] ?? 0]));
  return verdicts.flatMap(({ ignore, isUsed, mistake }) => {
    const { at, subject, isConcerned } = ignore;
    if (!mistake && !isUsed && !isConcerned) return [];
    const { startLine, startColumn } = regionOf(at);
    const [outcome] = mistake ? part.decide(itemOf(mistake, part.knownRules)) : [];
    return [
      {
        at: `${at.source.path}:${startLine}:${startColumn}`,
        isUsed: mistake === undefined,
        order: (positions.get(subject) ?? 0) + (isConcerned ? 0 : UNCONCERNED),
        // There are few, and a baseline may have them.
        ...(outcome && { outcome: { ...outcome.tell(), fingerprint: outcome.fingerprint() } }),
      },
    ];
  });
}
