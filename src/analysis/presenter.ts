/** Shows places and texts with every secret masked, whichever rule found it. */
import { credentialsOf } from '../rules/credentials/find.js';
import type { Secret } from '../rules/credentials/secret.js';
import type { Place } from '../rules/rule.js';
import { type Range, regionOf, type SourceText } from '../source/text.js';
import { lineHashes } from './line-hash.js';
import type { Location } from './report.js';
import { hiderOf, maskedText, secretRanges, written } from './secrets.js';
import { snippetOf } from './snippet.js';
import type { Item, Subject } from './subject.js';

export interface Presenter {
  readonly location: (place: Place) => Location;
  /** A text that somebody wrote at a place. */
  readonly text: (written: { readonly text: string; readonly at: Range }) => string;
  /** A message, a name, a path. */
  readonly hide: (text: string) => string;
  /** What it masks. */
  readonly secrets: readonly Secret[];
}

const NOTHING: readonly Range[] = [];

/** Secrets are collected over all findings first, so that no snippet of another one shows them. */
export function presenterOf(items: readonly Item[], subjects: readonly Subject[], hashesLines = true): Presenter {
  const sources = new Set<SourceText>();
  for (const { project, config } of subjects) {
    for (const file of project.files) sources.add(file);
    if (config) sources.add(config.source);
  }
  for (const { draft } of items) for (const { at } of [draft, ...draft.related]) sources.add(at.source);
  const found = items.flatMap(({ draft }): readonly Range[] => draft.secrets ?? []);
  const secrets = subjects.flatMap(({ project }) => credentialsOf(project).map(({ secret }) => secret));
  const masks = secretRanges(found, secrets, sources);
  const hide = hiderOf(found, secrets);
  const masksIn = (source: SourceText) => masks.get(source) ?? NOTHING;
  const hashes = new Map<SourceText, readonly string[]>();
  const hashOf = (source: SourceText, line: number): string => {
    const known = hashes.get(source) ?? lineHashes(source.text);
    hashes.set(source, known);
    return known[line - 1] ?? '';
  };
  return {
    location: ({ at, label }) => {
      const region = regionOf(at);
      return {
        file: hide(at.source.path),
        ...region,
        label: hide(label),
        snippet: snippetOf(at, masksIn(at.source), 1),
        lineHash: hashesLines ? hashOf(at.source, region.startLine) : '',
      };
    },
    text: ({ text, at }) => hide(maskedText(at, masksIn(at.source)) ?? text),
    hide,
    secrets: [...secrets, ...written(found)],
  };
}
