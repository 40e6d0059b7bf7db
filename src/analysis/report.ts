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
  /** Of all findings, those that were left out among them. */
  readonly summary: Readonly<Record<Severity, number>>;
  /** Findings beyond the limit, none worse than those that are kept; absent where there are none. */
  readonly omitted?: number;
  /**
   * In the order of the registry, with the severity that configuration gives them. Those that it switches off are left out,
   * unless they have a finding all the same.
   */
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
  /** GitHub's `primaryLocationLineHash` of the start line: `hex:occurrence`. */
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
