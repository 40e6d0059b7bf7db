/** The texts that Go's `fmt` package makes of decoded YAML values: what Compose puts into environments, labels and messages. */
import type { Scalar, Tree } from '../source/tree.js';

/** `fmt.Sprint` of a scalar; null is `<nil>`. */
export function goText(scalar: Scalar): string {
  const { value } = scalar;
  if (value === null) return '<nil>';
  if (typeof value === 'number' && scalar.type === 'float') return goFloat(value);
  return String(value);
}

/** `%v` of a float64: the shortest digits that give the number back, in exponent form below 1e-4 and from 1e6 on. */
export function goFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '0', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 6) {
    const digits = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
  }
  return plainDecimal(mantissa, exponent);
}

function plainDecimal(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

/** `%T`: the Go type a decoded value has. */
export function goType(tree: Tree): string {
  if (tree.kind === 'mapping') return 'map[string]interface {}';
  if (tree.kind === 'sequence') return '[]interface {}';
  switch (tree.type) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'integer':
      return typeof tree.value === 'bigint' && tree.value > 9223372036854775807n ? 'uint64' : 'int';
    case 'float':
      return 'float64';
    case 'timestamp':
      return 'time.Time';
    default:
      return '<nil>';
  }
}
