/** Shows places and texts with every secret masked, whichever rule found it. */
import { credentialsOf } from '../rules/credentials/find.js';
import { Secret } from '../rules/credentials/secret.js';
import type { Place } from '../rules/rule.js';
import { type Range, regionOf, type SourceText } from '../source/text.js';
import { lineHashes } from './line-hash.js';
import type { Location } from './report.js';
import { hiderOf, maskedText, secretRanges, written } from './secrets.js';
import { snippetOf, withoutLines } from './snippet.js';
import type { Item, Subject } from './subject.js';

export interface Presenter {
  readonly location: (place: Place) => Location;
  /** A text that somebody wrote at a place. */
  readonly text: (written: { readonly text: string; readonly at: Range }) => string;
  /** A name or a path, of which there are few; each is looked through once. */
  readonly name: (text: string) => string;
  /** A message. */
  readonly hide: (text: string) => string;
  /** What it masks. */
  readonly secrets: readonly Secret[];
  readonly needs: Needs;
}

/** What a finding gets of that which takes longer than the rest of it. */
export interface Needs {
  /** Of its lines. */
  readonly snippets: boolean;
  readonly hashes: boolean;
  readonly fingerprints: boolean;
}

export const EVERYTHING: Needs = { snippets: true, hashes: true, fingerprints: true };
export const NO_LINES: Needs = { snippets: false, hashes: false, fingerprints: true };

/** Secrets are collected over all findings first, so that no snippet of another one shows them. */
export function presenterOf(
  items: readonly Item[],
  subjects: readonly Subject[],
  needs: Needs = EVERYTHING,
): Presenter {
  const found = items.flatMap(({ draft }): readonly Range[] => draft.secrets ?? []);
  const secrets = [
    ...subjects.flatMap(({ project }) => credentialsOf(project).map(({ secret }) => secret)),
    ...written(found),
  ];
  const find = Secret.finders(secrets);
  const masksIn = secretRanges(found, find.texts);
  const hide = hiderOf(find.names);
  const names = new Map<string, string>();
  const name = (text: string): string => {
    const known = names.get(text) ?? hide(text);
    names.set(text, known);
    return known;
  };
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
        file: name(at.source.path),
        ...region,
        label: hide(label),
        snippet: needs.snippets ? snippetOf(at, masksIn(at.source), 1) : withoutLines(region),
        lineHash: needs.hashes ? hashOf(at.source, region.startLine) : '',
      };
    },
    text: ({ text, at }) => hide(maskedText(at, masksIn(at.source)) ?? text),
    name,
    hide,
    secrets,
    needs,
  };
}
