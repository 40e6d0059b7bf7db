/** The frozen result of a run: plain JSON-able data. Every output format is a pure function of it. */
import type { Persona, RuleDocs, Severity } from '../rules/rule.js';
import type { Region } from '../source/text.js';
import type { Confidence } from '../topology/topology.js';

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly engine: { readonly line: string; readonly mode: 'compose' | 'swarm' };
  readonly projects: readonly ReportProject[];
  /** Worst first, then by project, file and place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly Gap[];
  readonly summary: Readonly<Record<Severity, number>>;
  /** Every rule that ran, in the order of the registry, with the severity that configuration gave it. */
  readonly rules: readonly RuleDescriptor[];
}

export interface ReportProject {
  readonly name: string;
  readonly files: readonly string[];
  readonly services: number;
}

export interface RuleDescriptor {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona: Persona;
  readonly tags: readonly string[];
  readonly docs: RuleDocs;
}

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona: Persona;
  readonly message: string;
  readonly advice: string;
  readonly project: string;
  readonly services: readonly string[];
  readonly evidence: Readonly<Record<string, string>>;
  /** Of rule, project file, services and evidence: lines may move, it stays. Hexadecimal. */
  readonly fingerprint: string;
  /** The first is the primary one. */
  readonly locations: readonly [Location, ...Location[]];
  readonly fix?: { readonly title: string; readonly safe: boolean };
}

export interface Location extends Region {
  /** Relative to the repository root, else to the working directory; `/` as separator. */
  readonly file: string;
  readonly label: string;
  /** The location's own lines with a line of context on either side, secrets already masked. */
  readonly snippet: Snippet;
  /** GitHub's `primaryLocationLineHash` of the start line: `hex:occurrence`. */
  readonly lineHash: string;
}

export interface Snippet {
  readonly startLine: number;
  readonly lines: readonly string[];
}

export interface Suppressed extends Finding {
  readonly suppression: {
    readonly kind: 'comment' | 'config' | 'baseline';
    readonly reason: string;
  };
}

/** Something that could not be analyzed, or, as a note, that is worth knowing about the run. */
export interface Gap {
  readonly reason: string;
  readonly file: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}
