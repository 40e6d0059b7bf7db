/** A graph as JSON, in pieces: the list of pairs may be larger than what fits into one string. */
import type { Graph } from '../topology/graph.js';
import { jsonPiece } from './json-text.js';

/** Rows that are joined before they are handed on. */
const ROWS = 500;

/** Together the pieces are one JSON document and a line end; a row of a list is a line. */
export function* graphJson(graph: Graph): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(graph)) {
    yield `${separator}  ${jsonPiece(key)}: `;
    separator = ',\n';
    if (isIterable(value)) yield* list(value);
    else yield jsonPiece(value);
  }
  yield '\n}\n';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function* list(rows: Iterable<unknown>): Generator<string> {
  let lines: string[] = [];
  let started = false;
  const piece = () => `${started ? ',' : '['}\n    ${lines.join(',\n    ')}`;
  for (const row of rows) {
    lines.push(jsonPiece(row));
    if (lines.length < ROWS) continue;
    yield piece();
    started = true;
    lines = [];
  }
  if (lines.length > 0) {
    yield piece();
    started = true;
  }
  yield started ? '\n  ]' : '[]';
}
