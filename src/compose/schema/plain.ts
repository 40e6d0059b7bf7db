/** A tree as the JSON data that Docker Compose hands to its schema validator. */
import type { Path, Scalar, Tree } from '../../source/tree.js';

export interface Plain {
  /** Objects have no prototype, so that a key such as `__proto__` is an ordinary one. */
  readonly data: unknown;
  /** Numbers that JSON has no words for; they are 0 in the data. */
  readonly unsupported: readonly Unsupported[];
}

export interface Unsupported {
  readonly path: Path;
  readonly scalar: Scalar;
}

/** No schema looks deeper; what lies below makes no difference. */
const DEEPEST = 100;

export function plainData(root: Tree): Plain {
  const unsupported: Unsupported[] = [];
  const path: (string | number)[] = [];
  const below = (key: string | number, tree: Tree): unknown => {
    path.push(key);
    const data = convert(tree);
    path.pop();
    return data;
  };
  const convert = (tree: Tree): unknown => {
    if (tree.kind === 'scalar') {
      if (typeof tree.value !== 'number' || Number.isFinite(tree.value)) return plainScalar(tree);
      unsupported.push({ path: [...path], scalar: tree });
      return 0;
    }
    if (path.length === DEEPEST) return null;
    if (tree.kind === 'sequence') return tree.items.map((item, index) => below(index, item));
    const data: Record<string, unknown> = Object.create(null);
    for (const { name, value } of tree.entries.values()) data[name] = below(name, value);
    return data;
  };
  return { data: convert(root), unsupported };
}

function plainScalar({ type, value }: Scalar): Scalar['value'] {
  if (typeof value === 'bigint') return Number(value);
  return type === 'timestamp' && typeof value === 'string' ? rfc3339(value) : value;
}

const GO_TIME = /^(\S+) (\S+) ([-+]\d\d)(\d\d) /;

/** `2001-12-14 21:59:43.1 -0500 -0500` as `2001-12-14T21:59:43.1-05:00`. */
function rfc3339(goTime: string): string {
  const [, date, time, hours, minutes] = GO_TIME.exec(goTime) ?? [];
  if (date === undefined) return goTime;
  const offset = `${hours}:${minutes}`;
  return `${date}T${time}${offset === '+00:00' ? 'Z' : offset}`;
}
