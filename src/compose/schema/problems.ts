/** What is wrong with a tree that does not satisfy the schema of the Compose file, as the compiled validator finds it. */
import { nearest } from '../../source/nearest.js';

import type { Mapping } from '../../source/tree.js';
import { child, stringValue } from '../../source/tree.js';
import { CASTS, type Cast } from '../casts.js';
import { unknownSpans } from '../part.js';
import { type PatternNode, step } from '../pattern.js';
import { validate } from './generated/compose.js';
import type { Issue } from './issues.js';
import { issuesOf } from './issues.js';
import { type Place, placeOf, rangeOf } from './place.js';
import type { Unsupported } from './plain.js';
import { plainData } from './plain.js';
import type { SchemaProblem } from './validate.js';
import { hintOf, wordingOf } from './wording.js';

type Guess = (word: string, candidates: readonly string[]) => string | undefined;

/** A guess compares a word with up to a hundred others; hostile input has many unknown keys. */
const MOST_GUESSES = 100;

/** Most specific first: the first problem is the one that Docker Compose reports, in its words. */
export function schemaProblems(root: Mapping): readonly SchemaProblem[] {
  const { data, unsupported } = plainData(root);
  const issues = validate(data) ? [] : issuesOf(validate.errors ?? []);
  let guesses = 0;
  const guess: Guess = (word, candidates) => (guesses++ < MOST_GUESSES ? nearest(word, candidates) : undefined);
  return [
    ...unsupported.map(unsupportedNumber),
    ...issues.flatMap((issue) => {
      const place = placeOf(root, issue.path);
      if (issue.error.keyword === 'additionalProperties') return unknownKeys(issue, place, guess);
      return mayBeRight(issue, place) ? [] : [wrongValue(issue, place, guess)];
    }),
  ];
}

/** Whether variables that are not set may yet make it a right value: a right text, or one that Compose turns into the right type. */
function mayBeRight({ error }: Issue, { path, value }: Place): boolean {
  if (value.kind !== 'scalar' || unknownSpans(value).length === 0) return false;
  return error.keyword !== 'type' || path.reduce<PatternNode<Cast> | undefined>(step, CASTS)?.value !== undefined;
}

function unsupportedNumber({ path, scalar }: Unsupported): SchemaProblem {
  const number = Number.isNaN(scalar.value) ? 'NaN' : Number(scalar.value) > 0 ? '+Inf' : '-Inf';
  return { kind: 'refusal', message: `json: unsupported value: ${number}`, path, at: scalar.at };
}

function wrongValue(issue: Issue, place: Place, guess: Guess): SchemaProblem {
  const { error } = issue;
  const value = stringValue(place.value);
  const meant = error.keyword === 'enum' && value !== undefined ? guess(value, error.params.allowedValues) : undefined;
  return {
    kind: 'refusal',
    message: wordingOf(issue, value),
    path: place.path,
    at: rangeOf(error, place),
    ...withHint(didYouMean(meant) ?? hintOf(issue)),
  };
}

/** One problem per key. Compose names all unknown keys of a mapping in one message: the first key gets that one. */
function unknownKeys(issue: Issue, { path, value }: Place, guess: Guess): readonly SchemaProblem[] {
  const known = Object.keys(issue.error.parentSchema.properties ?? {}).filter((name) => !child(value, name));
  return issue.names.map((name, index) => ({
    kind: 'refusal',
    message: wordingOf(index === 0 ? issue : { ...issue, names: [name] }, undefined),
    path: [...path, name],
    at: (value.kind === 'mapping' ? value.entries.get(name)?.at : undefined) ?? value.at,
    ...withHint(didYouMean(guess(name, known))),
  }));
}

function didYouMean(word: string | undefined): string | undefined {
  return word && `did you mean '${word}'?`;
}

function withHint(hint: string | undefined): { readonly hint?: string } {
  return hint ? { hint } : {};
}
