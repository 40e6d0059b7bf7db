/** Paths inside of a container: each is mounted once, and files to be synchronised need one. */
import { child, type Scalar, stringValue, type Tree } from '../../source/tree.js';
import type { Problem } from '../problem.js';
import { refusal } from '../stage.js';
import { INVALID, inside, itemsOf, knownText, type ServiceCheck } from './project-view.js';

const COMMANDS: ReadonlySet<string> = new Set(['CMD', 'CMD-SHELL', 'NONE']);

export const healthcheck: ServiceCheck = ({ tree }) => {
  const first = knownText(itemsOf(inside(tree, 'healthcheck', 'test'))[0]);
  if (!first || COMMANDS.has(first.value)) return [];
  return [refusal('healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"', first.at)];
};

const NEEDS_NO_TARGET: ReadonlySet<string | undefined> = new Set(['rebuild', 'restart']);

export const watched: ServiceCheck = ({ name, tree }) =>
  itemsOf(inside(tree, 'develop', 'watch'))
    .filter(
      (watch) => !stringValue(child(watch, 'target')) && !NEEDS_NO_TARGET.has(stringValue(child(watch, 'action'))),
    )
    .map(({ at }) =>
      refusal(`services.${name}.develop.watch: target is required for non-rebuild actions${INVALID}`, at),
    );

export const mounts: ServiceCheck = ({ name, tree }) => {
  const taken = new Map<string, string>();
  const problems: Problem[] = [];
  const mount = (target: string, place: string, { at }: Scalar) => {
    const before = taken.get(target);
    if (before !== undefined) problems.push(refusal(`${place}: target ${target} already mounted as ${before}`, at));
    taken.set(target, place);
  };
  for (const [index, item] of listOf(child(tree, 'tmpfs')).entries()) {
    const text = knownText(item);
    if (text) mount(text.value.split(':', 1).join(), `services.${name}.tmpfs[${index}]`, text);
  }
  for (const [index, item] of itemsOf(child(tree, 'volumes')).entries()) {
    const target = knownText(child(item, 'target'));
    if (target) mount(target.value, `services.${name}.volumes[${index}]`, target);
  }
  return problems;
};

/** A text where a list is allowed is a list of one. */
function listOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'scalar' ? [tree] : itemsOf(tree);
}
