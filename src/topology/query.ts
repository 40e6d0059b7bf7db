/** The answer to `reach FROM TO[:PORT]`, with its reasons, as plain data. */
import { UserError } from '../compose/problem.js';
import { type AnswerHop, chainBetween, spreadOf } from './chains.js';
import { directoryOf } from './directory.js';
import { inhabitantOf, nameOf } from './landscape.js';
import type { Spread } from './paths.js';
import { reachFrom, reachTo } from './reach.js';
import type { Topology } from './topology.js';
import { type AnswerVia, directWays, type End, opens, type Reason, textOf } from './ways.js';

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
  /** `internet`, `lan`, `host` or a service; absent: whoever reaches `to`. */
  readonly from?: string;
  /** `internet`, `host` or a service, with `:PORT` if one is meant; absent: whatever `from` reaches. */
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

function answersTo(topology: Topology, { from, to, transitive = false }: ReachQuery): readonly ReachAnswer[] {
  if (from === undefined && to === undefined) throw new UserError('reach needs a FROM, a TO, or both');
  const target = to === undefined ? undefined : parseTarget(topology, to);
  const source = from === undefined ? undefined : parseEnd(topology, from);
  const spreads = new Map<string, Spread>();
  const ask = (start: End, end: End) => answer(topology, start, end, target?.port, transitive ? spreads : undefined);
  if (source && target) return [ask(source, target.end)];
  const others = source ? goalsOf(topology, source, transitive) : startsOf(topology, target?.end, transitive);
  const all = others.map((other) => ask(source ?? other, target?.end ?? other));
  return all.filter((each) => each.reachable);
}

function parseTarget(topology: Topology, text: string): { readonly end: End; readonly port: number | undefined } {
  const match = /^(.+):(\d{1,5})$/.exec(text);
  if (match === null || inhabitantOf(topology, text)) return { end: parseEnd(topology, text), port: undefined };
  const port = Number(match[2]);
  if (port < 1 || port > 65535) throw new UserError(`'${match[2]}' is no port`);
  return { end: parseEnd(topology, match[1] ?? ''), port };
}

function parseEnd(topology: Topology, text: string): End {
  if (text === 'internet' || text === 'lan' || text === 'host') return { outside: text };
  const service = text.startsWith('service:') ? text.slice('service:'.length) : text;
  if (inhabitantOf(topology, service) === undefined) {
    const known = [...topology.members.keys()].slice(0, 20).join(', ');
    throw new UserError(`there is no service '${service}'`, { hint: `Services of this project: ${known}` });
  }
  return { service };
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
  const outside: readonly End[] = [{ outside: 'internet' }, { outside: 'lan' }, { outside: 'host' }];
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
  spreads: Map<string, Spread> | undefined,
): ReachAnswer {
  const direct = directWays(topology, from, to);
  const via = direct.via.filter(({ ports }) => opens(ports, port));
  const path = via.length === 0 && spreads ? chain(topology, from, to, port, spreads) : undefined;
  return {
    from: textOf(from),
    to: textOf(to),
    ...(port === undefined ? {} : { port }),
    reachable: via.length > 0 || path !== undefined,
    via,
    names: direct.names,
    whyNot: via.length > 0 ? [] : direct.whyNot,
    ...(path === undefined ? {} : { path }),
  };
}

function chain(
  topology: Topology,
  from: End,
  to: End,
  port: number | undefined,
  spreads: Map<string, Spread>,
): ReachAnswer['path'] {
  const spread = spreads.get(textOf(from)) ?? spreadOf(topology, from);
  spreads.set(textOf(from), spread);
  return chainBetween(topology, spread, from, to, port);
}
