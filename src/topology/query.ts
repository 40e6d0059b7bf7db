/** The answer to `reach FROM TO[:PORT]`, with its reasons, as plain data. */
import { UserError } from '../compose/problem.js';
import { type AnswerHop, chainBetween, spreadOf } from './chains.js';
import { directoryOf } from './directory.js';
import { inhabitantOf, nameOf } from './landscape.js';
import type { Spread } from './paths.js';
import { unknownService } from './query-mistakes.js';
import { reachFrom, reachTo } from './reach.js';
import type { Topology } from './topology.js';
import { type AnswerVia, directWays, type End, type Outside, type Reason, textOf } from './ways.js';

export interface ReachAnswer {
  readonly from: string;
  readonly to: string;
  readonly port?: number;
  readonly reachable: boolean;
  /** Direct ways; empty where there is none. */
  readonly via: readonly AnswerVia[];
  /** What `from` can call `to` by. */
  readonly names: readonly string[];
  /** Why there is no direct way. */
  readonly whyNot: readonly Reason[];
  /** With `--transitive`: the shortest chain of takeovers, where there is no direct way. */
  readonly path?: readonly AnswerHop[];
}

export interface ReachReport {
  readonly schemaVersion: 1;
  readonly engine: { readonly line: string; readonly mode: 'compose' | 'swarm' };
  readonly project: string;
  /** One answer for a pair; for one side, an answer for each that is reachable. */
  readonly answers: readonly ReachAnswer[];
}

export interface ReachQuery {
  /** `internet`, `lan`, `host`, `peers` or a service; absent: whoever reaches `to`. */
  readonly from?: string;
  /** `internet`, `lan`, `host` or a service, with `:PORT` if one is meant; absent: whatever `from` reaches. */
  readonly to?: string;
  readonly transitive?: boolean;
}

/** Throws a `UserError` where a name means nothing. A service called `host` and the like is asked for as `service:host`. */
export function queryReach(topology: Topology, query: ReachQuery): ReachReport {
  const { engine, project } = topology;
  return {
    schemaVersion: 1,
    engine: { line: engine.line, mode: engine.mode },
    project: project.name,
    answers: answersTo(topology, query),
  };
}

function answersTo(topology: Topology, query: ReachQuery): readonly ReachAnswer[] {
  const { from, to, transitive = false } = query;
  if (from === undefined && to === undefined) throw new UserError('reach needs a FROM, a TO, or both');
  const target = to === undefined ? undefined : parseTarget(topology, to);
  const source = from === undefined ? undefined : parseSource(topology, from);
  let spread: Spread | undefined;
  const spreadFor = (start: End): Spread => {
    if (source === undefined) return spreadOf(topology, start);
    spread ??= spreadOf(topology, source);
    return spread;
  };
  const ask = (start: End, end: End) => answer(topology, start, end, target?.port, transitive ? spreadFor : undefined);
  if (source && target) return [ask(source, target.end)];
  const others = source ? goalsOf(topology, source, transitive) : startsOf(topology, target?.end, transitive);
  const all = others.map((other) => ask(source ?? other, target?.end ?? other));
  return all.filter((each) => each.reachable);
}

function parseSource(topology: Topology, text: string): End {
  const [, name = '', port] = /^(.*):(\d*)$/.exec(text) ?? [];
  if (port !== undefined && !findEnd(topology, text) && findEnd(topology, name)) {
    throw new UserError(`FROM takes no port: '${text}'`, { hint: 'The port is that of TO, as in db:5432.' });
  }
  return parseEnd(topology, text);
}

function parseTarget(topology: Topology, text: string): { readonly end: End; readonly port: number | undefined } {
  const colon = text.lastIndexOf(':');
  const before = findEnd(topology, text.slice(0, Math.max(colon, 0)));
  const whole = before === undefined || findEnd(topology, text) !== undefined;
  const end = whole ? parseEnd(topology, text) : before;
  if ('outside' in end && end.outside === 'peers') {
    throw new UserError("TO cannot be 'peers': nothing is known of them but that they can come in", {
      hint: 'TO may be a service, internet, lan or host.',
    });
  }
  if (whole) return { end, port: undefined };
  const port = text.slice(colon + 1);
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new UserError(`'${port}' is no port`, { hint: 'A port is a number from 1 to 65535, as in db:5432.' });
  }
  return { end, port: Number(port) };
}

const OUTSIDE: readonly Outside[] = ['internet', 'lan', 'host', 'peers'];

function findEnd(topology: Topology, text: string): End | undefined {
  const outside = OUTSIDE.find((word) => word === text);
  if (outside !== undefined) return { outside };
  const service = text.startsWith('service:') ? text.slice('service:'.length) : text;
  return inhabitantOf(topology, service) && { service };
}

function parseEnd(topology: Topology, text: string): End {
  const end = findEnd(topology, text);
  if (end !== undefined) return end;
  throw unknownService(topology, text.replace(/^service:|:\d*$/g, ''), OUTSIDE);
}

/** Ends that an answer from `source` may lead to. */
function goalsOf(topology: Topology, source: End, transitive: boolean): readonly End[] {
  const outside: readonly End[] = 'service' in source ? [{ outside: 'internet' }, { outside: 'host' }] : [];
  if ('outside' in source || transitive) return [...outside, ...everyService(topology, source)];
  return [...outside, ...[...reachFrom(topology, source.service)].map((row) => ({ service: row.to }))];
}

/** Ends from which an answer may lead to `target`. */
function startsOf(topology: Topology, target: End | undefined, transitive: boolean): readonly End[] {
  if (target === undefined || 'outside' in target) return everyService(topology, target);
  const outside = OUTSIDE.map((word) => ({ outside: word }));
  if (transitive) return [...outside, ...everyService(topology, target)];
  return [...outside, ...[...reachTo(topology, target.service)].map((row) => ({ service: row.from }))];
}

function everyService(topology: Topology, except: End | undefined): readonly End[] {
  return directoryOf(topology)
    .entries.map((inhabitant) => nameOf(topology, inhabitant))
    .filter((name) => except === undefined || 'outside' in except || name !== except.service)
    .map((service) => ({ service }));
}

function answer(
  topology: Topology,
  from: End,
  to: End,
  port: number | undefined,
  spreadFor: ((start: End) => Spread) | undefined,
): ReachAnswer {
  const { via, names, whyNot } = directWays(topology, from, to, port);
  const path = via.length === 0 && spreadFor ? chainBetween(topology, spreadFor(from), from, to, port) : undefined;
  return {
    from: textOf(from),
    to: textOf(to),
    ...(port === undefined ? {} : { port }),
    reachable: via.length > 0 || path !== undefined,
    via,
    names,
    whyNot,
    ...(path === undefined ? {} : { path }),
  };
}
