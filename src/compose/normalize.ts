/** Stage 18 of the loader: what Compose adds to a project by itself (compose-go `loader.Normalize`). */
import { child, type Entry, isNull, type Mapping, sequence, stringValue, type Tree } from '../source/tree.js';
import { addedEntry, entry, withDefaults, withEntries, withValue, withValues } from './entries.js';
import { clean } from './file-path.js';
import { withImpliedDependencies } from './normalize/dependencies.js';
import { withResourceNames } from './normalize/names.js';
import { withDefaultNetwork } from './normalize/networks.js';
import { withVariables } from './normalize/variables.js';
import { rewritten, unknownSpans } from './part.js';
import type { Lookup } from './template.js';

/** The tree has the project's name under `name`. Nothing can fail; values of a wrong type stay as they are. */
export function normalize(tree: Mapping, lookup: Lookup): Mapping {
  const networked = withDefaultNetwork(tree);
  const services = networked.entries.get('services');
  if (services?.value.kind !== 'mapping') return withResourceNames(networked);
  const value = withValues(services.value, ({ value }) =>
    value.kind === 'mapping' ? normalizeService(value, lookup) : value,
  );
  return withResourceNames(withEntries(networked, [withValue(services, value)]));
}

function normalizeService(service: Mapping, lookup: Lookup): Mapping {
  const normalized = withValues(service, ({ name, value }) => {
    switch (name) {
      case 'pull_policy':
        return pullPolicy(value);
      case 'build':
        return build(value, lookup);
      case 'environment':
        return withVariables(value, lookup, 'keep');
      case 'volumes':
        return cleanTargets(value);
      case 'pre_start':
        return withImage(value, service.entries.get('image'));
      default:
        return value;
    }
  });
  return withImpliedDependencies(normalized);
}

function pullPolicy(value: Tree): Tree {
  return value.kind === 'scalar' && value.value === 'if_not_present' ? rewritten(value, 'missing') : value;
}

function build(value: Tree, lookup: Lookup): Tree {
  if (value.kind !== 'mapping') return value;
  const defaults: Entry[] = [];
  const has = (key: string) => !isNull(child(value, key)) && value.entries.has(key);
  if (!has('context'))
    defaults.push(addedEntry('context', '.', value.at, 'a build without a context uses the project directory'));
  if (!has('dockerfile') && !has('dockerfile_inline'))
    defaults.push(
      addedEntry('dockerfile', 'Dockerfile', value.at, 'a build without a Dockerfile uses the one in its context'),
    );
  const args = value.entries.get('args');
  const resolved = args ? [withValue(args, withVariables(args.value, lookup, 'drop'))] : [];
  return withEntries(value, [...defaults, ...resolved]);
}

function cleanTargets(value: Tree): Tree {
  if (value.kind !== 'sequence') return value;
  return sequence(
    value.items.map((item) => {
      const target = item.kind === 'mapping' ? item.entries.get('target') : undefined;
      const text = stringValue(target?.value);
      if (item.kind !== 'mapping' || target?.value.kind !== 'scalar' || text === undefined) return item;
      const cleaned = clean(text);
      if (cleaned === text || unknownSpans(target.value).length > 0) return item;
      return withEntries(item, [withValue(target, rewritten(target.value, cleaned))]);
    }),
    value.at,
  );
}

/** A `pre_start` hook without an image runs in the service's own. */
function withImage(hooks: Tree, image: Entry | undefined): Tree {
  if (hooks.kind !== 'sequence' || !image || !stringValue(image.value)) return hooks;
  const inherited = entry('image', image.value);
  const items = hooks.items.map((hook) => (hook.kind === 'mapping' ? withDefaults(hook, [inherited]) : hook));
  return sequence(items, hooks.at);
}
