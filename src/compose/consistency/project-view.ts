/** A normalised tree as the consistency checks look at it. */
import type { Range } from '../../source/text.js';
import { child, type Entry, type Mapping, type Scalar, type Tree } from '../../source/tree.js';
import { unknownSpans } from '../part.js';
import type { Problem } from '../problem.js';
import type { Mode } from '../project.js';

export interface ProjectView {
  /** The enabled ones, in the order of the tree. */
  readonly services: ReadonlyMap<string, ServiceView>;
  readonly disabled: ReadonlySet<string>;
  /** Whether a top-level section has a key. */
  readonly declares: (section: Section, key: string) => boolean;
  /** A problem that another file may solve: the project may be a fragment. */
  readonly lacking: (message: string, at: Range) => Problem;
}

export interface ServiceView {
  readonly name: string;
  /** The key. */
  readonly at: Range;
  readonly tree: Mapping;
}

export type Section = 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';

export type ServiceCheck = (service: ServiceView, project: ProjectView) => readonly Problem[];

/** What Compose appends to most of these messages. */
export const INVALID = ': invalid compose project';

export function projectView(model: Mapping, enabled: ReadonlySet<string>, mode: Mode): ProjectView {
  const services = entriesOf(child(model, 'services'));
  const running = services.flatMap(({ name, at, value }) =>
    value.kind === 'mapping' && enabled.has(name) ? [[name, { name, at, tree: value }] as const] : [],
  );
  return {
    services: new Map(running),
    disabled: new Set(services.map(({ name }) => name).filter((name) => !enabled.has(name))),
    declares: (section, key) => {
      const tree = child(model, section);
      return tree?.kind === 'mapping' && tree.entries.has(key);
    },
    lacking: (message, at) => ({ kind: mode === 'strict' ? 'refusal' : 'note', message, at }),
  };
}

export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'mapping' ? [...tree.entries.values()] : [];
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'sequence' ? tree.items : [];
}

/** The value at a path of keys. */
export function inside(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce(child, tree);
}

/** A text that is not empty. What hangs on a variable that is not set is not known to be one. */
export function knownText(tree: Tree | undefined): (Scalar & { readonly value: string }) | undefined {
  if (tree?.kind !== 'scalar' || typeof tree.value !== 'string' || tree.value === '') return undefined;
  return unknownSpans(tree).length > 0 ? undefined : { ...tree, value: tree.value };
}

/** Whether there is anything but an empty text. */
export function isGiven(tree: Tree | undefined): boolean {
  return tree !== undefined && !(tree.kind === 'scalar' && (tree.value === '' || tree.value === null));
}
