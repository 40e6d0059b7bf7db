/** What a rule is, and what it gives: drafts that point at places, never at line numbers. */
import type { Project } from '../compose/project.js';
import type { Repository } from '../compose/repository.js';
import type { Change } from '../source/changes.js';
import type { TextEdit } from '../source/edits.js';
import type { Range, SourceText } from '../source/text.js';
import type { Confidence, Topology } from '../topology/topology.js';
import type { Secret } from './credentials/secret.js';

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Persona = 'regular' | 'pedantic';

/** Where the attacker stands before he uses the path, outermost first. */
export const STANDPOINTS = ['outside', 'peers', 'machine', 'inside'] as const;
export type Standpoint = (typeof STANDPOINTS)[number];
export type PathKind = 'direct' | 'crossing' | 'flat' | 'bypass';
export type Target = 'engine' | 'tool' | 'data' | 'admin' | 'service';

/** What decides how grave a finding about reach is, and how sure; `severity.ts` has what each word means and does. */
export interface Facts {
  readonly from: Standpoint;
  readonly path: PathKind;
  readonly target: Target;
  /** The weakest link: of the roles, of the intentions, of what is not known. */
  readonly strength: Confidence;
}

/** The facts that a rule tells apart. */
export interface Scale {
  readonly from: readonly Standpoint[];
  readonly path: readonly PathKind[];
  readonly target: readonly Target[];
  readonly strength: readonly Confidence[];
  /** From here a finding is for those who ask for everything, however strong its evidence. */
  readonly quiet?: readonly Standpoint[];
}

/** The long text of a rule: the only source for `explain`, the SARIF descriptor and the documentation. Markdown. */
export interface RuleDocs {
  /** What it sees, in one sentence that ends with a period. */
  readonly summary: string;
  /** Who can do what to whom. */
  readonly why: string;
  readonly fix: string;
  /** When it is right to ignore a finding. */
  readonly suppress: string;
  /** A Compose file on which the rule fires, and one on which it is silent. Both are run by the tests. */
  readonly bad: string;
  readonly good: string;
  /** What the examples are run by, where that is not `docker compose`. */
  readonly engine?: 'swarm';
  readonly references: readonly { readonly title: string; readonly url: string }[];
}

export interface RuleContext {
  readonly project: Project;
  readonly topology: Topology;
  /** Absent where nothing is known of it: then no rule takes a file for committed, nor for ignored. */
  readonly repository?: Repository;
}

export interface Place {
  readonly at: Range;
  /** A few words: what is to be seen there. */
  readonly label: string;
}

/** How the resolved project differs once a fix is made; paths and values are those of `config --format json`. */
export type Effect =
  | { readonly kind: 'put'; readonly path: readonly string[]; readonly value: Plain }
  | { readonly kind: 'drop'; readonly path: readonly string[] }
  /** A list holds this as well; it is made where it is absent. */
  | { readonly kind: 'include'; readonly path: readonly string[]; readonly value: Plain }
  /** A list lacks whichever of the texts it holds, and goes with its last item. */
  | { readonly kind: 'exclude'; readonly path: readonly string[]; readonly texts: readonly string[] };

export type Plain = string | number | boolean | null | { readonly [name: string]: Plain };

/** A variable of the environment that a fix makes necessary, with the value that makes the project what it was. */
export interface NewVariable {
  readonly name: string;
  readonly secret: Secret;
}

export interface FixPlan {
  readonly kind: 'plan';
  /** An imperative clause. */
  readonly title: string;
  /** The project behaves as before, but for the defect. */
  readonly safe: boolean;
  readonly source: SourceText;
  /** What is to change, so that several plans for one text can be made to one. */
  readonly changes: readonly Change[];
  /** What the changes come to where they are made alone. */
  readonly edits: readonly TextEdit[];
  readonly effects: readonly Effect[];
  readonly variables: readonly NewVariable[];
}

/** `reason` tells why only a human can fix it; a sentence without its period. */
export type FixProposal = FixPlan | { readonly kind: 'refusal'; readonly reason: string };

export interface Draft extends Place {
  /** One or two sentences; the first stands alone. Names only, never a value. */
  readonly message: string;
  /** What to write instead, for this very project. */
  readonly advice: string | readonly string[];
  readonly related: readonly Place[];
  readonly services: readonly string[];
  /** The finding's identity: prose may change and lines may move, this stays. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Where they differ from the rule's. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly persona?: Persona;
  /** Where severity, confidence and persona are looked up by them, not given. */
  readonly facts?: Facts;
  /** Values that no output may show. */
  readonly secrets?: readonly Range[];
  readonly fix?: FixProposal;
}

export interface Rule {
  readonly id: string;
  /** A noun phrase for lists, at most 60 characters. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona: Persona;
  /** Of a rule about reach. */
  readonly scale?: Scale;
  /** `security` and CWE tags (`external/cwe/cwe-522`) among them. */
  readonly tags: readonly string[];
  readonly docs: RuleDocs;
  readonly check: (context: RuleContext) => Iterable<Draft>;
}
