/** The report as JSON: the contract of `schemas/report.schema.json`, which other programs rely on. */
import type { Finding, Gap, Location, Report, ReportShard, Suppressed } from '../analysis/report.js';
import { jsonText } from './json-text.js';

/** The report's fields by name, so that what the report learns later does not slip into the contract. */
export function json(report: Report): string {
  const { tool, engine, summary } = report;
  return jsonText({
    schemaVersion: report.schemaVersion,
    tool: { name: tool.name, version: tool.version },
    engine: { line: engine.line, mode: engine.mode },
    projects: report.projects.map(({ name, files, services }) => ({ name, files, services })),
    findings: report.findings.map(findingOf),
    suppressed: report.suppressed.map(suppressedOf),
    gaps: report.gaps.map(gapOf),
    summary: { critical: summary.critical, high: summary.high, medium: summary.medium, low: summary.low },
    ...(report.shard && { shard: shardOf(report.shard) }),
    ...(report.omitted !== undefined && { omitted: report.omitted }),
  });
}

function shardOf({ index, count, run, total, positions, failOn, ignores }: ReportShard) {
  return {
    index,
    count,
    run,
    total,
    positions,
    failOn,
    ignores: ignores.map(({ at, isUsed, order, outcome }) => {
      return { at, isUsed, order, ...(outcome && { outcome: outcomeOf(outcome) }) };
    }),
  };
}

function outcomeOf(outcome: Finding | Suppressed) {
  return 'suppression' in outcome ? suppressedOf(outcome) : findingOf(outcome);
}

function findingOf(finding: Finding) {
  const { ruleId, severity, confidence, persona, message, project, services, evidence, fingerprint, fix } = finding;
  return {
    ruleId,
    severity,
    confidence,
    persona,
    message,
    project,
    services,
    evidence,
    fingerprint,
    locations: finding.locations.map(locationOf),
    ...(fix && { fix: { title: fix.title, safe: fix.safe } }),
  };
}

function suppressedOf(finding: Suppressed) {
  const { kind, reason } = finding.suppression;
  return { ...findingOf(finding), suppression: { kind, reason } };
}

function locationOf({ file, startLine, startColumn, endLine, endColumn, label }: Location) {
  return { file, startLine, startColumn, endLine, endColumn, label };
}

function gapOf({ reason, file, startLine }: Gap) {
  return { reason, file, ...(startLine !== undefined && { startLine }) };
}
