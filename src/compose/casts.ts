/** The types that Docker Compose gives to text at certain places once variables are substituted, as in `privileged: ${P}`. */
import type { ScalarType, Tree } from '../source/tree.js';
import { parseGoFloat } from './go-float.js';
import { compilePatterns } from './pattern.js';

/** As Compose's Go types; `int` and `int64` differ in the words of their errors alone. */
export type Cast = 'boolean' | 'int' | 'int64' | 'float' | 'float32';

const SERVICE_CASTS: readonly (readonly [path: string, cast: Cast])[] = [
  ['cpu_count', 'int64'],
  ['cpu_percent', 'float'],
  ['cpu_period', 'int64'],
  ['cpu_quota', 'int64'],
  ['cpu_rt_period', 'int64'],
  ['cpu_rt_runtime', 'int64'],
  ['cpu_shares', 'int64'],
  ['cpus', 'float32'],
  ['depends_on.*.required', 'boolean'],
  ['depends_on.*.restart', 'boolean'],
  ['deploy.placement.max_replicas_per_node', 'int'],
  ['deploy.replicas', 'int'],
  ['deploy.restart_policy.max_attempts', 'int'],
  ['deploy.rollback_config.max_failure_ratio', 'float'],
  ['deploy.rollback_config.parallelism', 'int'],
  ['deploy.update_config.max_failure_ratio', 'float'],
  ['deploy.update_config.parallelism', 'int'],
  ['healthcheck.disable', 'boolean'],
  ['healthcheck.retries', 'int'],
  ['init', 'boolean'],
  ['oom_kill_disable', 'boolean'],
  ['oom_score_adj', 'int64'],
  ['pids_limit', 'int64'],
  ['ports.[].target', 'int'],
  ['privileged', 'boolean'],
  ['read_only', 'boolean'],
  ['scale', 'int'],
  ['stdin_open', 'boolean'],
  ['tty', 'boolean'],
  ['ulimits.*', 'int'],
  ['ulimits.*.hard', 'int'],
  ['ulimits.*.soft', 'int'],
  ['volumes.[].read_only', 'boolean'],
  ['volumes.[].volume.nocopy', 'boolean'],
];

const PROJECT_CASTS: readonly (readonly [path: string, cast: Cast])[] = [
  ['configs.*.external', 'boolean'],
  ['networks.*.attachable', 'boolean'],
  ['networks.*.enable_ipv4', 'boolean'],
  ['networks.*.enable_ipv6', 'boolean'],
  ['networks.*.external', 'boolean'],
  ['networks.*.internal', 'boolean'],
  ['secrets.*.external', 'boolean'],
  ['volumes.*.external', 'boolean'],
];

/** `loader/interpolate.go` of compose-go. */
export const CASTS = compilePatterns<Cast>([
  ...SERVICE_CASTS.map(([path, cast]) => [`services.*.${path}`, cast] as const),
  ...PROJECT_CASTS,
]);

export type CastResult =
  | {
      readonly ok: true;
      readonly type: ScalarType;
      readonly value: number | bigint | boolean;
      readonly warning?: string;
    }
  | { readonly ok: false; readonly error: string };

/** `shown`: what an error may show of the text. */
export function castText(text: string, cast: Cast, shown: string = text): CastResult {
  switch (cast) {
    case 'boolean':
      return toBoolean(text, shown);
    case 'int':
      return toInteger(text, 'Atoi', shown);
    case 'int64':
      return toInteger(text, 'ParseInt', shown);
    case 'float':
      return toFloat(text, Number.MAX_VALUE, shown);
    case 'float32': {
      const float = toFloat(text, LARGEST_FLOAT32, shown);
      return float.ok ? { ...float, value: shortestFloat32(Number(float.value)) } : float;
    }
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['y', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['n', false],
  ['no', false],
  ['off', false],
]);

/** What Compose reads a value as where it wants a boolean; `undefined` for what it refuses. */
export function truthOf(tree: Tree | undefined): boolean | undefined {
  if (tree?.kind !== 'scalar') return undefined;
  if (typeof tree.value === 'boolean') return tree.value;
  return typeof tree.value === 'string' ? BOOLEANS.get(tree.value.toLowerCase()) : undefined;
}

function toBoolean(text: string, shown: string): CastResult {
  const word = text.toLowerCase();
  const value = BOOLEANS.get(word);
  if (value === undefined) return { ok: false, error: `invalid boolean: ${shown}` };
  if (word === String(value)) return { ok: true, type: 'boolean', value };
  const warning = `"${text}" for boolean is not supported by YAML 1.2, please use \`${value}\``;
  return { ok: true, type: 'boolean', value, warning };
}

function notParsed(parser: string, shown: string, reason: 'invalid syntax' | 'value out of range'): CastResult {
  return { ok: false, error: `strconv.${parser}: parsing ${JSON.stringify(shown)}: ${reason}` };
}

function toInteger(text: string, parser: string, shown: string): CastResult {
  if (!/^[-+]?[0-9]+$/.test(text)) return notParsed(parser, shown, 'invalid syntax');
  const digits = text.replace(/^[-+]?0*(?=[0-9])/, '');
  if (digits.length > 19) return notParsed(parser, shown, 'value out of range');
  const value = BigInt(text.startsWith('-') ? `-${digits}` : digits);
  if (BigInt.asIntN(64, value) !== value) return notParsed(parser, shown, 'value out of range');
  const number = Number(value);
  return { ok: true, type: 'integer', value: Number.isSafeInteger(number) ? number : value };
}

/** What rounds to a finite 32-bit float is smaller. */
const LARGEST_FLOAT32 = 2 ** 128 - 2 ** 103;

function toFloat(text: string, largest: number, shown: string): CastResult {
  const word = FLOAT_WORDS.get(text.toLowerCase());
  if (word !== undefined) return { ok: true, type: 'float', value: word };
  const value = parseGoFloat(text);
  if (value === undefined) return notParsed('ParseFloat', shown, 'invalid syntax');
  if (Math.abs(value) > largest) return notParsed('ParseFloat', shown, 'value out of range');
  return { ok: true, type: 'float', value };
}

const FLOAT_WORDS: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ...['inf', '+inf', 'infinity', '+infinity'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-inf', '-infinity'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

/** The shortest number that reads as the same 32-bit float, which is how Compose prints one. */
function shortestFloat32(value: number): number {
  const float = Math.fround(value);
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return float;
}
