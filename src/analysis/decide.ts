/** What becomes of a finding: it is reported, suppressed with a reason, or left out. */
import { type Persona, SEVERITIES, type Severity } from '../rules/rule.js';
import type { Baseline } from './baseline.js';
import { levelOf } from './config/scope.js';
import { type Frozen, freezer, type Prospect } from './finding.js';
import type { Ignore } from './ignores/ignore.js';
import type { Judge } from './ignores/judge.js';
import type { Presenter } from './presenter.js';
import type { Suppressed } from './report.js';
import type { Item, Subject, Whereabouts } from './subject.js';

export interface Decisions {
  /** Empty where the finding is left out. */
  readonly decide: (item: Item) => readonly Prospect[];
  /** Asked once all is decided: gives those of all findings that no configuration switches off, also of what is left out. */
  readonly fingerprints: () => () => ReadonlySet<string>;
}

/** What is asked for; comes before what the configuration says. */
export interface Demand {
  /** Lowest persona to report: `pedantic` reports everything. */
  readonly persona: Persona;
  /** Less severe findings are left out. */
  readonly minimumSeverity?: Severity | undefined;
}

/** Where there are many batches, what fingerprints are made of takes more memory than it is worth. */
const MOST_UNKNOWN = 200;

/** Of a scope of its own: what it gives holds on to no project. */
function setOf(asked: readonly (() => string)[]): () => ReadonlySet<string> {
  const all = () => new Set(asked.map((fingerprint) => fingerprint()));
  if (asked.length <= MOST_UNKNOWN) return all;
  const known = [...all()];
  return () => new Set(known);
}

export function decisions(judge: Judge, presenter: Presenter, where: Whereabouts, demand: Demand): Decisions {
  const freeze = freezer(presenter, where);
  const asked: (() => string)[] = [];
  return {
    decide: (item) => {
      // Asked even where the finding is left out: an ignore that is of use another day is of use.
      const ignore = judge.ignoreOf(item);
      const finding = freeze(item, levelOf(item, where));
      if (!finding) return [];
      asked.push(finding.fingerprint);
      if (!isAskedFor(finding, item.subject, demand)) return [];
      return [ignore ? suppressed(finding, ignore.kind, () => reasonOf(ignore, presenter)) : finding];
    },
    fingerprints: () => setOf(asked),
  };
}

function isAskedFor({ persona, severity }: Frozen, { config }: Subject, demand: Demand): boolean {
  if (persona === 'pedantic' && demand.persona !== 'pedantic' && !config?.pedantic) return false;
  const least = demand.minimumSeverity ?? config?.minimumSeverity ?? 'low';
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** What somebody ignores is ignored, in a baseline or not. */
export function heldAgainst(baselines: readonly Baseline[], finding: Prospect): Prospect {
  const isInBaseline = baselines.some(({ entries }) => entries.has(finding.fingerprint()));
  return isInBaseline && !finding.isSuppressed ? suppressed(finding, 'baseline', () => 'in the baseline') : finding;
}

function suppressed(finding: Prospect, kind: Suppressed['suppression']['kind'], reason: () => string): Prospect {
  const tell = (): Suppressed => ({ ...finding.tell(), suppression: { kind, reason: reason() } });
  return { ...finding, isSuppressed: true, tell };
}

/** `the reason (platform team, until 2027-01-31)`. */
function reasonOf({ reason, owner, expires }: Ignore, presenter: Presenter): string {
  const details = [...(owner === undefined ? [] : [owner]), ...(expires === undefined ? [] : [`until ${expires}`])];
  const text = presenter.text(reason);
  return details.length > 0 ? `${text} (${details.join(', ')})` : text;
}
