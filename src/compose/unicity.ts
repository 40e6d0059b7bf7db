/** Stages 9 and 13 of the loader: of list items that mean the same thing the last one counts (compose-go `EnforceUnicity`). */
import {
  child,
  type Mapping,
  type Path,
  type Sequence,
  sequence,
  stringValue,
  type Tree,
  withStep,
} from '../source/tree.js';
import { withValues } from './entries.js';
import { goText, goType } from './go-text.js';
import { goStringVerb, goTreeText, identity } from './go-tree-text.js';
import { splitParts, unknownSpans, wholePart } from './part.js';
import { compilePatterns, type PatternNode, step } from './pattern.js';
import type { Problem } from './problem.js';
import { refusal, type StageResult } from './stage.js';
import { parseVolume } from './volumes.js';

/** What an item is known by, or why that cannot be told; `path` is the item's, for messages. */
type Indexer = (item: Tree, path: string) => Identity;
type Identity = { readonly key: string } | { readonly message: string };

/** What has no identity of its own is all one to Compose. */
const NO_IDENTITY: Identity = { key: '' };

const byKey: Indexer = (item, path) => {
  const text = stringValue(item);
  if (text === undefined) return { message: `${path}: unexpected type ${goType(item)}` };
  return { key: text.split('=', 1)[0] ?? text };
};

const byVolumeTarget: Indexer = (item, path) => {
  const text = stringValue(item);
  if (item.kind === 'scalar' && text !== undefined) {
    const parsed = parseVolume(text, unknownSpans(item));
    return parsed.ok ? { key: parsed.volume.target?.text ?? '' } : { message: parsed.message };
  }
  return item.kind === 'mapping' ? byTarget(item, `service volume ${path}`) : NO_IDENTITY;
};

const byDeviceTarget: Indexer = (item, path) => {
  const text = stringValue(item);
  if (item.kind === 'scalar' && text !== undefined) {
    const [source, target = source] = splitParts(wholePart(text), ':', unknownSpans(item));
    return { key: target?.text ?? '' };
  }
  return item.kind === 'mapping' ? byTarget(item, `service device ${path}`) : NO_IDENTITY;
};

function byTarget(item: Mapping, subject: string): Identity {
  const target = stringValue(child(item, 'target'));
  return target === undefined ? { message: `${subject} is missing a mount target` } : { key: target };
}

/** Secrets and configs: by where they are mounted. */
function byMountPoint(directory: string): Indexer {
  return (item, path) => {
    const text = stringValue(item);
    if (text !== undefined) return { key: `${directory}/${text}` };
    if (item.kind !== 'mapping') return { message: `${path}: unsupported expose value ${goStringVerb(item)}` };
    const target = child(item, 'target');
    return { key: target ? goStringVerb(target) : `${directory}/${goStringVerb(child(item, 'source'))}` };
  };
}

const byPort: Indexer = (item, path) => {
  if (item.kind === 'scalar')
    return goType(item) === 'int' || item.type === 'string' ? { key: goText(item) } : NO_IDENTITY;
  if (item.kind !== 'mapping') return NO_IDENTITY;
  const part = (name: string, otherwise: string) => {
    const value = child(item, name);
    return value ? identity(value) : `string:${otherwise}`;
  };
  if (!child(item, 'target')) return { message: `service ports ${path} is missing a target port` };
  const published = identity(child(item, 'published'));
  return { key: [part('host_ip', '0.0.0.0'), published, part('target', ''), part('protocol', 'tcp')].join(' ') };
};

const byExposedPort: Indexer = (item, path) =>
  item.kind === 'scalar' && (item.type === 'string' || goType(item) === 'int')
    ? { key: goText(item) }
    : { message: `${path}: unsupported expose value ${goStringVerb(item)}` };

const byEnvFilePath: Indexer = (item, path) => {
  const text = stringValue(item);
  if (text !== undefined) return { key: text };
  if (item.kind !== 'mapping') return NO_IDENTITY;
  const file = child(item, 'path');
  return file ? { key: goTreeText(file) } : { message: `environment path attribute ${path} is missing` };
};

const INDEXERS = compilePatterns<Indexer>([
  ['networks.*.ipam.options', byKey],
  ['networks.*.labels', byKey],
  ['services.*.annotations', byKey],
  ['services.*.build.additional_contexts', byKey],
  ['services.*.build.args', byKey],
  ['services.*.build.labels', byKey],
  ['services.*.build.platform', byKey],
  ['services.*.build.tags', byKey],
  ['services.*.cap_add', byKey],
  ['services.*.cap_drop', byKey],
  ['services.*.configs', byMountPoint('')],
  ['services.*.deploy.labels', byKey],
  ['services.*.devices', byDeviceTarget],
  ['services.*.dns', byKey],
  ['services.*.dns_opt', byKey],
  ['services.*.dns_search', byKey],
  ['services.*.env_file', byEnvFilePath],
  ['services.*.environment', byKey],
  ['services.*.expose', byExposedPort],
  ['services.*.labels', byKey],
  ['services.*.links', byKey],
  ['services.*.networks.*.aliases', byKey],
  ['services.*.networks.*.link_local_ips', byKey],
  ['services.*.ports', byPort],
  ['services.*.profiles', byKey],
  ['services.*.secrets', byMountPoint('/run/secrets')],
  ['services.*.sysctls', byKey],
  ['services.*.tmpfs', byKey],
  ['services.*.volumes', byVolumeTarget],
]);

/** An item whose identity cannot be told is reported and left out. */
export function enforceUnicity(tree: Mapping): StageResult {
  const problems: Problem[] = [];
  return { tree: uniqueBelow(tree, INDEXERS, [], problems), problems };
}

function uniqueBelow(tree: Mapping, rules: PatternNode<Indexer>, path: Path, problems: Problem[]): Mapping {
  if (rules.rows.size === 0) return tree;
  return withValues(tree, ({ name, value }) => {
    const next = step(rules, name);
    return next ? unique(value, next, [...path, name], problems) : value;
  });
}

function unique(value: Tree, rules: PatternNode<Indexer>, path: Path, problems: Problem[]): Tree {
  if (value.kind === 'mapping') return uniqueBelow(value, rules, path, problems);
  if (value.kind === 'scalar' || rules.value === undefined) return value;
  return uniqueItems(value, rules.value, path, problems);
}

/** A later item takes the place of the earlier one. */
function uniqueItems(list: Sequence, indexer: Indexer, path: Path, problems: Problem[]): Sequence {
  const items: Tree[] = [];
  const places = new Map<string, number>();
  const name = path.join('.');
  list.items.forEach((item, index) => {
    const id = indexer(item, `${name}.[${index}]`);
    if ('message' in id) {
      problems.push(refusal(id.message, item.at));
      return;
    }
    const place = places.get(id.key) ?? items.length;
    const earlier = items[place];
    places.set(id.key, place);
    items[place] = earlier ? overriding(item, earlier) : item;
  });
  return items.length === list.items.length ? list : sequence(items, list.at);
}

function overriding(item: Tree, { at: { source, start, end } }: Tree): Tree {
  return { ...item, at: withStep(item.at, { how: 'override', site: { source, start, end } }) };
}
