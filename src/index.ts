/** bulkhead as a library: load Compose projects, work out who reaches whom, run the rules, render the report. */

export { type AnalysisOptions, analyze } from './analysis/analyze.js';
export type { Finding, Gap, Location, Report, Suppressed } from './analysis/report.js';
export * from './compose/index.js';
export { FORMATS, type FormatName, type FormatOptions } from './report/formats.js';
export { RULES } from './rules/index.js';
export type { Draft, Persona, Rule, RuleContext, Severity } from './rules/rule.js';
export { diskHost } from './run/disk.js';
export { analyzeTopologies, analyzeTopology } from './topology/analyze.js';
export type { Topology } from './topology/topology.js';
