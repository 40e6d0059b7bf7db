/** Sorts out the validator's errors: from a flat list full of branches nobody meant to what is wrong, most specific first. */
import type { SchemaError } from './generated/compose.js';

export interface Issue {
  readonly error: SchemaError;
  /** Keys and indices from the root down. */
  readonly path: readonly string[];
  /** The unknown keys or missing properties, all of the same mapping. */
  readonly names: readonly string[];
  /** What the other branches of a `oneOf` have against the value itself. */
  readonly alternatives: readonly Issue[];
}

/** Beyond so many characters of paths no more errors are looked at: a few huge keys would make them as many gigabytes. */
const PATH_BUDGET = 2 ** 24;

/** The first issue is the one that Docker Compose reports (compose-go `schema.getMostSpecificError`). */
export function issuesOf(errors: readonly SchemaError[]): readonly Issue[] {
  const issues: Draft[] = [];
  let budget = PATH_BUDGET;
  for (const error of errors) {
    budget -= error.instancePath.length;
    if (budget < 0) break;
    if (error.keyword === 'oneOf') settle(issues, error);
    else add(issues, error);
  }
  return issues.sort(bySpecificity);
}

interface Draft extends Issue {
  readonly names: string[];
}

function add(issues: Draft[], error: SchemaError): void {
  const last = issues.at(-1);
  if (last && last.error.parentSchema === error.parentSchema && last.error.instancePath === error.instancePath) {
    // Compose asks no more of a value that has the wrong type.
    if (last.error.keyword === 'type') return;
    if (last.error.keyword === error.keyword) {
      last.names.push(...namesOf(error));
      return;
    }
  }
  issues.push(draft(error));
}

function draft(error: SchemaError): Draft {
  return { error, path: segments(error.instancePath), names: namesOf(error), alternatives: [] };
}

function namesOf(error: SchemaError): string[] {
  switch (error.keyword) {
    case 'additionalProperties':
      return [error.params.additionalProperty];
    case 'required':
      return [error.params.missingProperty];
    default:
      return [];
  }
}

/** Leaves of a `oneOf` only what one branch has to say: the branch that got furthest, or else the first. */
function settle(issues: Draft[], choice: SchemaError): void {
  let start = issues.length;
  while (start > 0 && isWithin(issues[start - 1], choice.instancePath)) start--;
  const branches = issues.splice(start);
  const [best] = branches.toSorted(bySpecificity);
  if (!best) {
    issues.push(draft(choice));
    return;
  }
  const isOwn = ({ error }: Issue): boolean => error.instancePath === choice.instancePath;
  if (isOwn(best) && best.error.keyword !== 'additionalProperties') {
    issues.push({ ...best, alternatives: branches.filter((issue) => issue !== best) });
  } else {
    for (const issue of branches) if (!isOwn(issue) || issue.error.keyword !== 'type') issues.push(issue);
  }
}

function isWithin(issue: Issue | undefined, path: string): boolean {
  const inner = issue?.error.instancePath ?? '';
  return inner.startsWith(path) && (inner.length === path.length || inner[path.length] === '/');
}

/** An unknown key counts as one level deeper; among equals Compose meets the values of a mapping before its unknown keys. */
function bySpecificity(one: Issue, other: Issue): number {
  return specificity(other) - specificity(one) || Number(isUnknownKey(one)) - Number(isUnknownKey(other));
}

function specificity(issue: Issue): number {
  return issue.path.length + Number(isUnknownKey(issue));
}

function isUnknownKey({ error }: Issue): boolean {
  return error.keyword === 'additionalProperties';
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
