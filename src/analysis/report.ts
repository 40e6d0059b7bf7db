/** The frozen result of a run: plain JSON-able data. Every output format is a pure function of it. */
import type { Facts, Persona, RuleDocs, Severity } from '../rules/rule.js';
import type { Grading } from '../rules/severity.js';
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
  /** Of all findings, those that were left out among them. */
  readonly summary: Readonly<Record<Severity, number>>;
  /** Findings beyond the limit, none worse than those that are kept; absent where there are none. */
  readonly omitted?: number;
  /**
   * In the order of the registry, with the severity that configuration gives them. Those that it switches off are left out,
   * unless they have a finding all the same.
   */
  readonly rules: readonly RuleDescriptor[];
  /** Of a run over a part of the projects: what merging it with the others needs. */
  readonly shard?: ReportShard;
}

export interface ReportShard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** What the whole run is about; the same for all of its shards. Hexadecimal. */
  readonly run: string;
  /** Places in the whole run where projects were found. */
  readonly total: number;
  /** Where each of `projects` stands in the whole run. */
  readonly positions: readonly number[];
  /** From which severity on this part of the run fails. */
  readonly failOn: Severity | 'never';
  /** What this part knows of the ignores in configurations, which other parts may have a use for. */
  readonly ignores: readonly ShardIgnore[];
}

export interface ShardIgnore {
  /** `file:line:column` of the rule's name in the configuration. */
  readonly at: string;
  /** Whether it is of use here, or may be. */
  readonly isUsed: boolean;
  /** Of several parts that tell of it, the one with the least is heard. */
  readonly order: number;
  /** What is to be told if no part has a use for it; absent where that is left out. */
  readonly outcome?: Finding | Suppressed;
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
  /** How its severities come about, where they hang on who reaches whom. */
  readonly grading?: Grading;
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
  /** What its severity was looked up by, unless a configuration sets it. */
  readonly facts?: Facts;
  /** Of rule, project file, services and evidence: lines may move, it stays. Hexadecimal; empty where nobody needs it. */
  readonly fingerprint: string;
  /** The first is the primary one. */
  readonly locations: readonly [Location, ...Location[]];
  readonly fix?: Fix;
}

export interface Fix {
  readonly title: string;
  /** The project behaves as before, but for the defect. */
  readonly safe: boolean;
  /** In the order of the files; non-overlapping. Empty where the fix is known but not worked out. */
  readonly edits: readonly Edit[];
}

/** Replace a region of a file by a text. */
export interface Edit extends Region {
  readonly file: string;
  readonly text: string;
}

export interface Location extends Region {
  /** Relative to the repository root, else to the working directory; `/` as separator. */
  readonly file: string;
  readonly label: string;
  /** The location's own lines with a line of context on either side, secrets already masked. */
  readonly snippet: Snippet;
  /** GitHub's `primaryLocationLineHash` of the start line: `hex:occurrence`. Empty where nobody asked for it. */
  readonly lineHash: string;
}

export interface Snippet {
  readonly startLine: number;
  /** As they may be shown: secrets masked, very long lines cut. Not free of control characters. */
  readonly lines: readonly string[];
  /** The location in the columns of `lines`, which masks and cuts have moved. Its lines are those of the file. */
  readonly marked: Region;
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
