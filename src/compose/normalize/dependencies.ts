/** The dependencies that Compose adds for links, shared namespaces and shared volumes. */
import {
  child,
  type Entry,
  isNull,
  type Mapping,
  mapping,
  type Scalar,
  scalar,
  stringValue,
  synthetic,
} from '../../source/tree.js';
import { entry, withEntries } from '../entries.js';
import { type Part, partScalar, splitParts, unknownSpans, wholePart } from '../part.js';

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'] as const;
const SERVICE = 'service:';
const CONTAINER = 'container:';

/** A reference to another service. */
interface Reference {
  readonly service: string;
  readonly at: Scalar;
  /** Whether this service restarts with the other one. */
  readonly restart: boolean;
  readonly reason: string;
}

/** A dependency that somebody wrote is never changed. */
export function withImpliedDependencies(service: Mapping): Mapping {
  const written = service.entries.get('depends_on');
  if (written && written.value.kind !== 'mapping' && !isNull(written.value)) return service;
  const known = written?.value.kind === 'mapping' ? written.value : undefined;
  const added = new Map<string, Entry>();
  for (const reference of [...links(service), ...namespaces(service), ...volumesFrom(service)]) {
    if (known?.entries.has(reference.service) || added.has(reference.service)) continue;
    added.set(reference.service, implied(reference));
  }
  const [first] = added.values();
  if (!first) return service;
  const base = known ?? mapping([], first.at);
  return withEntries(service, [
    { name: 'depends_on', at: written?.at ?? first.at, value: withEntries(base, added.values()) },
  ]);
}

function implied({ service, at, restart, reason }: Reference): Entry {
  const origin = synthetic(at.at, reason);
  const entries = [
    entry('condition', scalar('service_started', origin)),
    entry('restart', scalar(restart, origin)),
    entry('required', scalar(true, origin)),
  ];
  return entry(service, mapping(entries, origin));
}

function links(service: Mapping): readonly Reference[] {
  return texts(service, 'links').flatMap((item) => {
    const parts = partsOf(item);
    const [first] = parts;
    const target = first && parts.length === 2 ? first : wholePart(String(item.value));
    return reference(item, target, true, 'a link needs its target');
  });
}

function namespaces(service: Mapping): readonly Reference[] {
  return NAMESPACES.flatMap((key) => {
    const item = child(service, key);
    const text = stringValue(item);
    if (item?.kind !== 'scalar' || !text?.startsWith(SERVICE)) return [];
    const target: Part = { text: text.slice(SERVICE.length), start: SERVICE.length, end: text.length };
    return reference(item, target, true, `\`${key}\` shares a namespace of the other service`);
  });
}

function volumesFrom(service: Mapping): readonly Reference[] {
  return texts(service, 'volumes_from').flatMap((item) => {
    const [first] = partsOf(item);
    if (!first || stringValue(item)?.startsWith(CONTAINER)) return [];
    return reference(item, first, false, '`volumes_from` mounts what the other service has');
  });
}

/** None where the name is unknown. */
function reference(item: Scalar, target: Part, restart: boolean, reason: string): readonly Reference[] {
  const at = partScalar(item, target);
  return unknownSpans(at).length > 0 ? [] : [{ service: target.text, at, restart, reason }];
}

function partsOf(item: Scalar): readonly Part[] {
  return splitParts(wholePart(String(item.value)), ':', unknownSpans(item));
}

function texts(service: Mapping, key: string): readonly Scalar[] {
  const list = child(service, key);
  if (list?.kind !== 'sequence') return [];
  return list.items.filter((item) => item.kind === 'scalar').filter((item) => typeof item.value === 'string');
}
