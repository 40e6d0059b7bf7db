/** A finding as a SARIF result: exact places, links between them, the path through the network as a code flow. */
import type { ArtifactLocation, PhysicalLocation, Result, Fix as SarifFix, Location as SarifLocation } from 'sarif';
import type { Finding, Fix, Location, Snippet, Suppressed } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { fromRoot, isAbsolute, type RepositoryOptions, uriOf } from './paths.js';
import { SEVERITY_WORDS } from './severity.js';
import { grouped, placeOf } from './words.js';

/** The name by which every file's URI is relative to the repository root. */
export const SOURCE_ROOT = '%SRCROOT%';
/** Locations of a result that GitHub shows. */
const RELATED_LIMIT = 100;
/** Links that a message can carry and still be read. */
const LINK_LIMIT = 8;

export function resultOf(
  finding: Finding | Suppressed,
  ruleIndex: number | undefined,
  options: RepositoryOptions,
): Result {
  const { ruleId, severity, confidence, persona, project, services, evidence, fingerprint, fix } = finding;
  const [primary, ...others] = finding.locations;
  const related = others.slice(0, RELATED_LIMIT);
  const words = SEVERITY_WORDS[severity];
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: words.sarif,
    rank: words.rank,
    message: { text: messageOf(finding, related) },
    locations: [
      {
        ...locationOf(primary, options),
        logicalLocations: Array.from(new Set(services), (service) => logicalLocation(project, service)),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((location, index) => ({ id: index + 1, ...locationOf(location, options) })),
      codeFlows: [
        {
          threadFlows: [
            { locations: [primary, ...related].map((location) => ({ location: stepOf(location, options) })) },
          ],
        },
      ],
    }),
    partialFingerprints: { primaryLocationLineHash: primary.lineHash, 'bulkheadEvidence/v1': fingerprint },
    ...(fix !== undefined && fix.edits.length > 0 && { fixes: [fixOf(fix, options)] }),
    ...('suppression' in finding && { suppressions: [suppressionOf(finding)] }),
    properties: { severity, confidence, persona, project, services, evidence },
  };
}

/** GitHub takes relative URIs from the root of the repository, whatever the base says. */
export function artifactLocation(file: string, options: RepositoryOptions): ArtifactLocation {
  const path = fromRoot(file, options);
  return isAbsolute(path) ? { uri: uriOf(path) } : { uri: uriOf(path), uriBaseId: SOURCE_ROOT };
}

/** Lines of text in which nothing is invisible; tabs stay, since columns are counted over them. */
function sourceText(lines: readonly string[]): string {
  return lines.map((line) => line.split('\t').map(printable).join('\t')).join('\n');
}

function regionOf({ startLine, startColumn, endLine, endColumn }: Location) {
  return { startLine, startColumn, endLine, endColumn };
}

function physicalLocation(location: Location, options: RepositoryOptions): PhysicalLocation {
  const { file, snippet } = location;
  const contextRegion = contextOf(location);
  return {
    artifactLocation: artifactLocation(file, options),
    region: { ...regionOf(location), snippet: { text: sourceText(markedLines(snippet)) } },
    ...(contextRegion && { contextRegion }),
  };
}

/** SARIF wants more of a context than the region itself: one whose lines were cut, or that has no others, is left out. */
function contextOf({ startLine, endLine, snippet }: Location) {
  const lastLine = snippet.startLine + snippet.lines.length - 1;
  const complete = snippet.startLine <= startLine && endLine <= lastLine;
  if (!complete || lastLine - snippet.startLine === endLine - startLine) return undefined;
  return { startLine: snippet.startLine, endLine: lastLine, snippet: { text: sourceText(snippet.lines) } };
}

function markedLines({ startLine, lines, marked }: Snippet): readonly string[] {
  return lines.slice(marked.startLine - startLine, marked.endLine - startLine + 1).map((line, index) => {
    const number = marked.startLine + index;
    const start = number === marked.startLine ? marked.startColumn - 1 : 0;
    return line.slice(start, number === marked.endLine ? marked.endColumn - 1 : undefined);
  });
}

function locationOf(location: Location, options: RepositoryOptions): SarifLocation {
  return { physicalLocation: physicalLocation(location, options), ...labelOf(location) };
}

/** A step of a code flow: the same place without its text, which the result already has. */
function stepOf(location: Location, options: RepositoryOptions): SarifLocation {
  const { file } = location;
  return {
    physicalLocation: { artifactLocation: artifactLocation(file, options), region: regionOf(location) },
    ...labelOf(location),
  };
}

function labelOf({ label }: Location): { message?: { text: string } } {
  return label === '' ? {} : { message: { text: printable(label) } };
}

function logicalLocation(project: string, service: string) {
  return { name: service, fullyQualifiedName: `${project}/services/${service}`, kind: 'object' };
}

/** What is wrong, what to write instead, and links to the related places. */
function messageOf({ message, advice }: Finding, related: readonly Location[]): string {
  const links = related.slice(0, LINK_LIMIT).map((location, index) => {
    const text = location.label === '' ? placeOf(location, printable) : location.label;
    return `[${linkText(text)}](${index + 1})`;
  });
  const text = [message, advice]
    .filter((part) => part !== '')
    .map(prose)
    .join(' ');
  if (links.length === 0) return text;
  // Advice over several lines ends in source, to which nothing may be added.
  const gap = advice.includes('\n') ? '\n' : ' ';
  return `${text}${gap}See ${links.join(', ')}${related.length > LINK_LIMIT ? ', …' : ''}.`;
}

/** Text in which no name of a service or file makes a link. */
function prose(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/\](?=\()/g, '] ');
}

/** SARIF 2.1.0 section 3.11.6: brackets of a link's text are escaped. */
function linkText(text: string): string {
  return printable(text).replace(/[\\[\]]/g, '\\$&');
}

function fixOf({ title, edits }: Fix, options: RepositoryOptions): SarifFix {
  const byFile = grouped(edits, (edit) => edit.file);
  return {
    description: { text: printable(title) },
    artifactChanges: Array.from(byFile, ([file, ofFile]) => ({
      artifactLocation: artifactLocation(file, options),
      replacements: ofFile.map(({ text, startLine, startColumn, endLine, endColumn }) => ({
        deletedRegion: { startLine, startColumn, endLine, endColumn },
        insertedContent: { text },
      })),
    })),
  };
}

function suppressionOf({ suppression }: Suppressed) {
  const kind: 'inSource' | 'external' = suppression.kind === 'comment' ? 'inSource' : 'external';
  return { kind, justification: printable(suppression.reason) };
}
