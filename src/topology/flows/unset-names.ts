/** Names that hang on a variable that is not set: who writes `${PREFIX}-db` means the service that is called so, whatever that will be. */
import { isUnknown, type Project } from '../../compose/project.js';
import type { Scalar } from '../../source/tree.js';

/** Services by their names as they are written. */
export type UnsetNames = ReadonlyMap<string, string>;

/** Empty for nearly every project. Of several services with a name, the first has it. */
export function unsetNamesOf({ services }: Project): UnsetNames {
  const names = new Map<string, string>();
  for (const { name, containerName, hostname, networks } of services) {
    const attached = networks.flatMap(({ aliases, ipv4Address, ipv6Address }) => [
      ...aliases,
      ipv4Address,
      ipv6Address,
    ]);
    for (const scalar of [containerName, hostname, ...attached]) {
      const text = scalar && isUnknown(scalar) ? written(scalar) : '';
      if (text !== '' && !names.has(text)) names.set(text, name);
    }
  }
  return names;
}

export interface UnsetMention {
  readonly service: string;
  readonly text: string;
  readonly port: number | undefined;
}

/** What may be such a name in a URL or a list. */
const TOKEN = /[^\s/@,;=()"':]+/g;

/** What follows a key, or the user of a URL. */
const NO_HOST = /^(?:[=(]|[^\s/,;]{0,300}@)/;

/** The names that stand in a value as a host does. */
export function unsetMentions(value: Scalar, names: UnsetNames): readonly UnsetMention[] {
  if (names.size === 0 || !isUnknown(value)) return [];
  const whole = written(value);
  const alone = names.get(whole);
  if (alone !== undefined) return [{ service: alone, text: whole, port: undefined }];
  return Array.from(whole.matchAll(TOKEN)).flatMap(({ 0: text, index }) => {
    const service = names.get(text);
    const end = index + text.length;
    const after = whole.slice(end, end + 301);
    if (service === undefined || whole.charAt(index - 1) === ':' || NO_HOST.test(after)) return [];
    const port = Number(/^:(\d{1,5})(?!\d)/.exec(after)?.[1] ?? Number.NaN);
    return [{ service, text, port: port > 0 && port < 65536 ? port : undefined }];
  });
}

/** `$NAME` is `${NAME}`. */
function written({ value }: Scalar): string {
  return typeof value === 'string' ? value.replace(/(?<!\$)\$(\w+)/g, '$${$1}') : '';
}
