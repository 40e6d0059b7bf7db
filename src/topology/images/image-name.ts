/** Reading image references as Compose files hold them: mirrors, digests, and parts that hang on unset variables. */
import { expandUnset, UNKNOWN } from './unset.js';

export type ImagePart = 'registry' | 'path' | 'tag' | 'digest';

export interface ImageName {
  /** Lower case, with its port; `undefined` for Docker Hub and its mirrors, and where it is unknown. */
  readonly registry: string | undefined;
  /** The repository in lower case, without `library/`; empty where nothing of it is known. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** The parts that hang, wholly or in part, on variables that are not set. */
  readonly unknown: readonly ImagePart[];
  /** The variables that make up the unknown part of the path: `POSTGRES_IMAGE` says something too. */
  readonly pathVariables: readonly string[];
}

/** No registry accepts a longer reference; what is longer is no reference. */
const LONGEST = 1024;

/** Docker Hub, by its names and by those of caches of it. */
const HUB_HOSTS: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'hub.docker.com',
  'mirror.gcr.io',
  'registry.docker-cn.com',
  'hub-mirror.c.163.com',
  'docker.mirrors.ustc.edu.cn',
  'docker.m.daocloud.io',
  'docker.1ms.run',
  'docker.1panel.live',
  'docker.nju.edu.cn',
  'dockerproxy.com',
  'dockerproxy.net',
  'dockerhub.azk8s.cn',
  'hub.rat.dev',
]);

/** Never fails: of a text that is no image reference the result says what little can be said. */
export function parseImageReference(text: string): ImageName {
  const { text: expanded, variables } = expandUnset(text.trim().slice(0, LONGEST));
  const at = expanded.indexOf('@');
  const digest = at < 0 ? undefined : expanded.slice(at + 1);
  const named = at < 0 ? expanded : expanded.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const { registry, segments, unknownRegistry } = splitRegistry(named.slice(0, colon < 0 ? undefined : colon));
  const written = segments.join('/');
  const path = segments
    .map(withoutUnknown)
    .filter((segment) => segment !== '')
    .join('/');
  const whole = withoutUnknown(segments.at(-1) ?? '') === '' ? '' : path;
  const unknown: ImagePart[] = [];
  if (unknownRegistry) unknown.push('registry');
  if (written.includes(UNKNOWN)) unknown.push('path');
  if (tag?.includes(UNKNOWN)) unknown.push('tag');
  if (digest?.includes(UNKNOWN)) unknown.push('digest');
  const before = unknownRegistry ? 1 : 0;
  return {
    registry,
    path: whole,
    tag: known(tag),
    digest: known(digest),
    unknown,
    pathVariables: variables.slice(before, before + countUnknown(written)),
  };
}

interface Split {
  readonly registry: string | undefined;
  readonly segments: readonly string[];
  readonly unknownRegistry: boolean;
}

function splitRegistry(name: string): Split {
  const segments = name.toLowerCase().split('/');
  const [first = ''] = segments;
  const library = segments.lastIndexOf('library');
  if (library >= 0 && library < segments.length - 1)
    return { registry: undefined, segments: segments.slice(library + 1), unknownRegistry: false };
  if (segments.length > 1 && first === UNKNOWN)
    return { registry: undefined, segments: segments.slice(1), unknownRegistry: true };
  const host = lastHost(segments);
  if (host < 0) return { registry: undefined, segments, unknownRegistry: false };
  const registry = segments[host];
  const hub = registry === undefined || HUB_HOSTS.has(registry) || registry.includes(UNKNOWN);
  return {
    registry: hub ? undefined : registry,
    segments: segments.slice(host + 1),
    unknownRegistry: registry?.includes(UNKNOWN) ?? false,
  };
}

/** A cache may hold the name of the registry that it mirrors in its path: `cache.example/docker.io/library/redis`. */
function lastHost(segments: readonly string[]): number {
  for (let index = segments.length - 2; index >= 0; index--) {
    const segment = segments[index] ?? '';
    if (index === 0 && (segment === 'localhost' || segment.includes('.') || segment.includes(':'))) return index;
    if (index > 0 && HUB_HOSTS.has(segment)) return index;
  }
  return -1;
}

function withoutUnknown(segment: string): string {
  return segment.replaceAll(UNKNOWN, '').replace(/^[-_.]+|(?<![-_.])[-_.]+$/g, '');
}

function countUnknown(text: string): number {
  return text.split(UNKNOWN).length - 1;
}

function known(part: string | undefined): string | undefined {
  return part === undefined || part === '' || part.includes(UNKNOWN) ? undefined : part;
}
