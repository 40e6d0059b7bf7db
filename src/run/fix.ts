/** `bulkhead fix` and whoever else wants repaired texts: chooses what can be fixed, tries it out in memory, keeps what holds. */
import path from 'node:path';
import { NO_LINES } from '../analysis/presenter.js';
import type { Finding, Gap } from '../analysis/report.js';
import { hiderFor, secretRanges, written } from '../analysis/secrets.js';
import { type Candidate, candidatesOf } from '../fix/candidates.js';
import { EXAMPLE_FILES, withVariables } from '../fix/example-file.js';
import { maskedText, moved } from '../fix/masked.js';
import { touchedLines, unifiedDiff, wholeFile } from '../fix/unified-diff.js';
import { objectionTo, unexpectedFinding } from '../fix/verify.js';
import { credentialsOf } from '../rules/credentials/find.js';
import { Secret } from '../rules/credentials/secret.js';
import { RULES } from '../rules/index.js';
import type { FixPlan, RuleContext } from '../rules/rule.js';
import { editsFor } from '../source/changes.js';
import { applyEdits, type TextEdit } from '../source/edits.js';
import type { Range, SourceText } from '../source/text.js';
import { type Checked, checkProjects } from './check.js';
import { type DiskHost, toPosix } from './disk.js';
import type { Selection } from './selection.js';

export interface FixRequest {
  readonly selection: Selection;
  /** Ids of rules; empty: all. */
  readonly only: readonly string[];
}

export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  /** `undefined`: the file is new. */
  readonly before: string | undefined;
  readonly after: string;
  /** Unified, with secrets masked. */
  readonly diff: string;
}

export interface Fixed {
  readonly files: readonly FixedFile[];
  readonly fixed: readonly { readonly finding: Finding; readonly title: string }[];
  readonly refused: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Variables that somebody has to set now. */
  readonly variables: readonly string[];
  readonly gaps: readonly Gap[];
}

interface Planned {
  readonly candidate: Candidate;
  readonly plan: FixPlan;
}

/** What one attempt comes to. */
interface Texts {
  readonly edited: ReadonlyMap<SourceText, { readonly edits: readonly TextEdit[]; readonly after: string }>;
  readonly examples: ReadonlyMap<string, { readonly before: string | undefined; readonly after: string }>;
}

export function fixProjects(host: DiskHost, { selection, only }: FixRequest): Fixed {
  const checked = check(host, selection);
  const rules = RULES.filter(({ id }) => only.length === 0 || only.includes(id));
  const fixer = new Fixer(host, selection, checked);
  const planned: Planned[] = [];
  const refused: { finding: Finding; reason: string }[] = [];
  for (const candidate of candidatesOf(checked.subjects, checked.report.findings, rules)) {
    const { finding, proposal } = candidate;
    const reason = proposal.kind === 'plan' ? fixer.objectionToFile(candidate, proposal.source) : proposal.reason;
    if (proposal.kind === 'plan' && reason === undefined) planned.push({ candidate, plan: proposal });
    else refused.push({ finding, reason: reason ?? 'nothing is proposed' });
  }
  fixer.admit(planned);
  refused.push(...fixer.refused);
  return {
    files: fixer.files(checked),
    fixed: fixer.accepted.map(({ candidate: { finding }, plan: { title } }) => ({ finding, title })),
    refused,
    variables: [...new Set(fixer.accepted.flatMap(({ plan }) => plan.variables.map(({ name }) => name)))].sort(),
    gaps: checked.report.gaps,
  };
}

function check(host: DiskHost, selection: Selection): Checked {
  return checkProjects(host, { selection, persona: 'regular', needs: NO_LINES });
}

/** Each attempt loads and checks everything anew: enough to find the few that do not hold among many that do. */
const MOST_ATTEMPTS = 200;

/** Its state is what has been accepted so far. */
class Fixer {
  accepted: readonly Planned[] = [];
  readonly refused: { finding: Finding; reason: string }[] = [];
  #attempts = 0;

  constructor(
    readonly host: DiskHost,
    readonly selection: Selection,
    readonly before: Checked,
  ) {}

  objectionToFile({ subject }: Candidate, source: SourceText): string | undefined {
    if (source.path === '-') return undefined;
    const { workingDirectory } = this.selection;
    const file = this.absolute(source);
    const isInside = [workingDirectory, subject.project.workingDirectory].some((directory) =>
      isWithin(directory, file),
    );
    return isInside ? undefined : 'its file lies outside of the project';
  }

  absolute(source: SourceText): string {
    const { displayDirectory, workingDirectory } = this.selection;
    return toPosix(path.resolve(displayDirectory ?? workingDirectory, source.path));
  }

  /** Takes all of them if they hold together, else whichever do. */
  admit(planned: readonly Planned[]): void {
    if (planned.length === 0) return;
    const all = [...this.accepted, ...planned];
    const reason = this.#attempts++ < MOST_ATTEMPTS ? this.#objection(all) : 'too many fixes do not hold together';
    if (reason === undefined) this.accepted = all;
    else if (planned.length === 1 || this.#attempts > MOST_ATTEMPTS)
      for (const { candidate } of planned) this.refused.push({ finding: candidate.finding, reason });
    else {
      const middle = planned.length >> 1;
      this.admit(planned.slice(0, middle));
      this.admit(planned.slice(middle));
    }
  }

  #objection(planned: readonly Planned[]): string | undefined {
    const texts = this.#texts(planned);
    if (typeof texts === 'string') return texts;
    const after = check(this.#overlay(texts), this.selection);
    if (after.subjects.length !== this.before.subjects.length) return 'the file could not be read afterwards';
    const variables = planned.flatMap(({ plan }) => plan.variables);
    for (const [index, subject] of this.before.subjects.entries()) {
      const own = planned.filter(({ candidate }) => candidate.subject === subject);
      const effects = own.flatMap(({ plan }) => plan.effects);
      const later = after.subjects[index];
      const reason = later && objectionTo(subject.project, later.project, { effects, variables });
      if (reason !== undefined) return reason;
    }
    const fixed = new Set(planned.map(({ candidate }) => candidate.finding.fingerprint));
    const rule = unexpectedFinding(this.before.report, after.report, fixed);
    return rule && `a finding of \`${rule}\` would be left or come up`;
  }

  #texts(planned: readonly Planned[]): Texts | string {
    const bySource = new Map<SourceText, FixPlan[]>();
    for (const { plan } of planned) bySource.set(plan.source, [...(bySource.get(plan.source) ?? []), plan]);
    const edited = new Map<SourceText, { edits: readonly TextEdit[]; after: string }>();
    for (const [source, plans] of bySource) {
      const result = editsFor(
        source,
        plans.flatMap(({ changes }) => changes),
      );
      if (!result.ok) return result.reason;
      edited.set(source, { edits: result.edits, after: applyEdits(source.text, result.edits) });
    }
    return { edited, examples: this.#examples(planned) };
  }

  #examples(planned: readonly Planned[]): Texts['examples'] {
    const names = new Map<RuleContext, Set<string>>();
    for (const { candidate, plan } of planned) {
      const known = names.get(candidate.subject) ?? new Set<string>();
      names.set(candidate.subject, known);
      for (const { name } of plan.variables) known.add(name);
    }
    const examples = new Map<string, { before: string | undefined; after: string }>();
    for (const [{ project }, wanted] of names) {
      if (wanted.size === 0) continue;
      const directory = project.workingDirectory;
      const present = EXAMPLE_FILES.find((name) => this.host.stat(path.posix.join(directory, name)) === 'file');
      const file = path.posix.join(directory, present ?? EXAMPLE_FILES[0]);
      const known = examples.get(file);
      const read = present === undefined ? undefined : this.host.readFile(file);
      if (read && !read.ok) continue;
      const before = known ? known.before : read?.text;
      examples.set(file, { before, after: withVariables(known?.after ?? before ?? '', [...wanted].sort()) });
    }
    return examples;
  }

  #overlay({ edited, examples }: Texts): DiskHost {
    const texts = new Map<string, string>();
    for (const [source, { after }] of edited) texts.set(source.path === '-' ? '-' : this.absolute(source), after);
    for (const [file, { after }] of examples) texts.set(file, after);
    return {
      ...this.host,
      readFile: (file) => {
        const text = texts.get(file);
        return text === undefined ? this.host.readFile(file) : { ok: true, text };
      },
      stat: (file) => (texts.has(file) ? 'file' : this.host.stat(file)),
    };
  }

  files({ subjects }: Checked): readonly FixedFile[] {
    if (this.accepted.length === 0) return [];
    const texts = this.#texts(this.accepted);
    if (typeof texts === 'string') return [];
    const masks = masksOf(subjects);
    const hide = hiderFor(subjects.map(({ project }) => project));
    const files: FixedFile[] = [];
    for (const [source, { edits, after }] of texts.edited) {
      const secrets = masks(source);
      const shown = { before: maskedText(source.text, secrets), after: maskedText(after, moved(secrets, edits)) };
      const diff = unifiedDiff({ path: hide(source.path), ...shown }, touchedLines(source.text, edits));
      files.push({ path: source.path === '-' ? '-' : this.absolute(source), before: source.text, after, diff });
    }
    for (const [file, { before, after }] of texts.examples) {
      if (before === after) continue;
      const shown = toPosix(path.relative(this.selection.workingDirectory, file));
      files.push({ path: file, before, after, diff: exampleDiff(hide(shown), before, after) });
    }
    return files;
  }
}

function exampleDiff(file: string, before: string | undefined, after: string): string {
  if (before === undefined) return unifiedDiff({ path: file, before, after }, wholeFile(after));
  const end = before.length;
  const edit = { at: { source: { path: file, text: before }, start: end, end }, text: after.slice(end) };
  // The values of an example may be real ones.
  const hide = (text: string): string => text.replace(/^([^#\r\n=]*=[ \t]*)[^\s].*$/gm, '$1•••');
  return unifiedDiff({ path: file, before: hide(before), after: hide(after) }, touchedLines(before, [edit]));
}

/** Everything that any rule takes for a secret, whichever rules are asked for. */
function masksOf(subjects: readonly RuleContext[]): (source: SourceText) => readonly Range[] {
  const found = subjects.flatMap((subject) =>
    RULES.flatMap((rule) => [...rule.check(subject)].flatMap(({ secrets }) => secrets ?? [])),
  );
  const secrets = subjects.flatMap(({ project }) => credentialsOf(project).map(({ secret }) => secret));
  return secretRanges(found, Secret.finders([...secrets, ...written(found)]).texts);
}

function isWithin(directory: string, file: string): boolean {
  return file.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
}
