/**
 * How grave a finding about reach is, and how sure: looked up in the tables below, never felt. Four facts decide: where
 * an attacker stands, by which kind of path he arrives, what he arrives at, and how strong the evidence is for all of it.
 */
import type { Confidence } from '../topology/topology.js';
import {
  type Facts,
  type PathKind,
  type Persona,
  type Scale,
  SEVERITIES,
  type Severity,
  type Standpoint,
  type Target,
} from './rule.js';

export const STANDPOINT_MEANINGS: Readonly<Record<Standpoint, string>> = {
  outside: 'on the local network or the internet: at a published port, a tunnel, an address that is routed to',
  peers: 'in an unknown container on a network that others may join',
  machine: 'on this machine, or behind a service that faces users though no file publishes it',
  inside: 'in a service of the project that faces nobody',
};

/** The severity for a target of the data tier, by where the attacker stands. */
export const PATHS: Readonly<
  Record<PathKind, { readonly meaning: string; readonly severity: Readonly<Record<Standpoint, Severity>> }>
> = {
  direct: {
    meaning: 'who stands there opens the port without taking anything over first',
    severity: { outside: 'high', peers: 'medium', machine: 'low', inside: 'low' },
  },
  crossing: {
    meaning: 'through a service that has to be taken over, across a line that the project itself draws',
    severity: { outside: 'high', peers: 'medium', machine: 'medium', inside: 'low' },
  },
  flat: {
    meaning: 'through a service that has to be taken over, where no line was drawn',
    severity: { outside: 'medium', peers: 'low', machine: 'low', inside: 'low' },
  },
  bypass: {
    meaning:
      'through a service that has to be taken over, around the networks: a shared namespace, volume, socket or host',
    severity: { outside: 'medium', peers: 'medium', machine: 'low', inside: 'low' },
  },
};

/** `shift` counts grades: up is graver. */
export const TARGETS: Readonly<Record<Target, { readonly meaning: string; readonly shift: number }>> = {
  engine: { meaning: 'the container engine: who commands it rules the host and everything on it', shift: 1 },
  tool: { meaning: 'the container engine, in the hands of a tool that is made to command it', shift: 0 },
  data: { meaning: 'the data tier: a database, a cache, a queue', shift: 0 },
  admin: { meaning: 'an administration interface that asks for no password', shift: 0 },
  service: { meaning: 'a service that answers strangers by design, with a login of its own', shift: -1 },
};

export const STRENGTHS: Readonly<Record<Confidence, { readonly meaning: string; readonly shift: number }>> = {
  high: { meaning: 'the files say so', shift: 0 },
  medium: { meaning: 'the files leave little doubt', shift: 0 },
  low: { meaning: 'the files hint at it, and something else would explain it as well', shift: -1 },
};

export interface Grade {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona: Persona;
  readonly facts: Facts;
}

/** Below medium confidence a finding is for those who ask for everything. */
export function derive(facts: Facts, { quiet = [] }: Pick<Scale, 'quiet'> = {}): Grade {
  const { from, path, target, strength } = facts;
  return {
    severity: shifted(PATHS[path].severity[from], TARGETS[target].shift + STRENGTHS[strength].shift),
    confidence: strength,
    persona: strength === 'low' || quiet.includes(from) ? 'pedantic' : 'regular',
    facts,
  };
}

/** A scale worked out: what comes of each case, and what the words mean. */
export interface Grading {
  /** Gravest first, and those with the same facts but for the strength of the evidence side by side. */
  readonly grades: readonly (readonly Grade[])[];
  readonly terms: readonly { readonly fact: keyof Facts; readonly word: string; readonly meaning: string }[];
}

export function gradingOf(scale: Scale): Grading {
  const grades = scale.from.flatMap((from) =>
    scale.path.flatMap((path) =>
      scale.target.map((target) => scale.strength.map((strength) => derive({ from, path, target, strength }, scale))),
    ),
  );
  const rank = ([first]: readonly Grade[]) => SEVERITIES.indexOf(first?.severity ?? 'low');
  return {
    grades: grades.toSorted((a, b) => rank(a) - rank(b)),
    terms: [
      ...scale.from.map((word) => ({ fact: 'from', word, meaning: STANDPOINT_MEANINGS[word] }) as const),
      ...scale.path.map((word) => ({ fact: 'path', word, meaning: PATHS[word].meaning }) as const),
      ...scale.target.map((word) => ({ fact: 'target', word, meaning: TARGETS[word].meaning }) as const),
      ...scale.strength.map((word) => ({ fact: 'strength', word, meaning: STRENGTHS[word].meaning }) as const),
    ],
  };
}

function shifted(severity: Severity, grades: number): Severity {
  const index = SEVERITIES.indexOf(severity) - grades;
  return SEVERITIES[Math.max(0, Math.min(index, SEVERITIES.length - 1))] ?? severity;
}

const ORDER: readonly Confidence[] = ['low', 'medium', 'high'];

/** A chain is as strong as its weakest link. */
export function weakest(...confidences: readonly Confidence[]): Confidence {
  return ORDER.find((confidence) => confidences.includes(confidence)) ?? 'high';
}

export function strongest(...confidences: readonly Confidence[]): Confidence {
  return ORDER.findLast((confidence) => confidences.includes(confidence)) ?? 'low';
}
