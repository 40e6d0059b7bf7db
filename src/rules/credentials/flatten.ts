/**
 * A value as it would read where no variable is set: defaults filled in, every other variable one unknown unit. Each
 * unit remembers where it was written, so that a part of the result can be pointed at in the file.
 */
import type { Scalar } from '../../source/tree.js';

/** Stands for text that is not in the files. A noncharacter (Unicode 23.7), so no text that people write contains it. */
export const UNKNOWN = '\uFFFF';

export interface Flat {
  readonly text: string;
  /** The offset in the raw value of a unit of `text`; for an unknown unit, that of its `$`. */
  readonly originOf: (index: number) => number;
  /** Whether a unit of `text` is of a variable's default and not plain text. */
  readonly isDefault: (index: number) => boolean;
}

/** Reads the raw value of a scalar; numbers and booleans as their text, nothing as empty text. */
export function flatten(scalar: Scalar): Flat {
  const { interpolation } = scalar;
  if (interpolation) {
    const { raw, substitutions } = interpolation;
    // A name that stands for a variable's value without a `$` (`environment: [NAME]`).
    const passed = substitutions.find(({ rawStart }) => raw.charAt(rawStart) !== '$');
    return passed ? unknown(passed.rawStart) : flattenTemplate(raw);
  }
  return literal(scalar.value === null ? '' : String(scalar.value));
}

export function literal(text: string): Flat {
  return { text, originOf: itself, isDefault: never };
}

function itself(index: number): number {
  return index;
}

function never(): boolean {
  return false;
}

function unknown(origin: number): Flat {
  return { text: UNKNOWN, originOf: () => origin, isDefault: never };
}

/** What follows the first `from` units. */
export function tailOf({ text, originOf, isDefault }: Flat, from: number): Flat {
  return {
    text: text.slice(from),
    originOf: (index) => originOf(index + from),
    isDefault: (index) => isDefault(index + from),
  };
}

/** What the open `${` frames do with the text inside them. */
type Frame = 'shown' | 'hidden';

const OPERATORS: readonly (readonly [text: string, frame: Frame])[] = [
  [':-', 'shown'],
  [':+', 'shown'],
  [':?', 'hidden'],
  ['-', 'shown'],
  ['+', 'shown'],
  ['?', 'hidden'],
];

/** Compose Specification, "Interpolation": `$$`, `$NAME`, `${NAME}`, and the operators with nested expressions. */
export function flattenTemplate(raw: string): Flat {
  const units: string[] = [];
  const origins: number[] = [];
  const defaults: boolean[] = [];
  const frames: Frame[] = [];
  let hidden = 0;
  const emit = (unit: string, origin: number): void => {
    if (hidden > 0) return;
    units.push(unit);
    origins.push(origin);
    defaults.push(frames.length > 0);
  };
  let index = 0;
  while (index < raw.length) {
    const unit = raw.charAt(index);
    if (unit === '}' && frames.length > 0) {
      if (frames.pop() === 'hidden') {
        hidden--;
        emit(UNKNOWN, index);
      }
      index++;
    } else if (unit !== '$') {
      emit(unit, index++);
    } else if (raw.charAt(index + 1) === '$') {
      emit('$', index);
      index += 2;
    } else {
      const braced = raw.charAt(index + 1) === '{';
      const nameStart = index + (braced ? 2 : 1);
      const nameEnd = endOfName(raw, nameStart);
      if (nameEnd === nameStart) {
        emit('$', index++);
      } else if (!braced || raw.charAt(nameEnd) === '}') {
        emit(UNKNOWN, index);
        index = nameEnd + (braced ? 1 : 0);
      } else {
        const operator = OPERATORS.find(([text]) => raw.startsWith(text, nameEnd));
        if (operator) {
          frames.push(operator[1]);
          if (operator[1] === 'hidden') hidden++;
          index = nameEnd + operator[0].length;
        } else {
          emit('$', index++);
        }
      }
    }
  }
  return {
    text: units.join(''),
    originOf: (index) => origins[index] ?? 0,
    isDefault: (index) => defaults[index] ?? false,
  };
}

function endOfName(raw: string, start: number): number {
  let end = start;
  while (end < raw.length && isNameUnit(raw.charCodeAt(end), end === start)) end++;
  return end;
}

function isNameUnit(unit: number, first: boolean): boolean {
  if (unit === 95 || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) return true;
  return !first && unit >= 48 && unit <= 57;
}
