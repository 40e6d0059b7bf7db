/** Small hand-made reports: the lines and hashes are real, the findings are written down. */
import { lineHashes } from '../../src/analysis/line-hash.js';
import type { Finding, Location, Report, RuleDescriptor } from '../../src/analysis/report.js';
import { snippetOf } from '../../src/analysis/snippet.js';
import { type Range, regionOf, type SourceText } from '../../src/source/text.js';

/** The range of the first `needle` after `after`. */
export function rangeOf(source: SourceText, needle: string, after = ''): Range {
  const start = source.text.indexOf(needle, source.text.indexOf(after));
  if (start < 0) throw new Error(`no ${JSON.stringify(needle)} in ${source.path}`);
  return { source, start, end: start + needle.length };
}

export function locationOf(range: Range, label: string, secrets: readonly Range[] = []): Location {
  const region = regionOf(range);
  const lineHash = lineHashes(range.source.text)[region.startLine - 1] ?? '';
  return { file: range.source.path, ...region, label, snippet: snippetOf(range, secrets, 1), lineHash };
}

export function findingOf(finding: Partial<Finding> & Pick<Finding, 'locations'>): Finding {
  return {
    ruleId: 'missing-tier-separation',
    severity: 'high',
    confidence: 'high',
    persona: 'regular',
    message: "'proxy' can open 'db:5432'.",
    advice: '',
    project: 'shop',
    services: [],
    evidence: {},
    fingerprint: 'feed',
    ...finding,
  };
}

export function reportOf(report: Partial<Report>): Report {
  const findings = report.findings ?? [];
  const summary = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) summary[severity]++;
  return {
    schemaVersion: 1,
    tool: { name: 'bulkhead', version: '1.2.3' },
    engine: { line: '28', mode: 'compose' },
    projects: [{ name: 'shop', files: ['compose.yaml'], services: 4 }],
    findings,
    suppressed: [],
    gaps: [],
    notes: [],
    summary,
    rules: RULES,
    ...report,
  };
}

const docs = {
  summary: 'Finds data services that a published service can reach without a need.',
  why: 'Whoever takes over the published service can open connections to the data.',
  fix: 'Put the data tier on a network of its own.',
  suppress: 'When the published service is the only client of the data.',
  bad: 'services:\n  proxy:\n    image: nginx\n',
  good: 'services:\n  proxy:\n    image: nginx\n    networks: [edge]\n',
  references: [{ title: 'Networking in Compose', url: 'https://docs.docker.com/compose/how-tos/networking/' }],
};

export const RULES: readonly RuleDescriptor[] = [
  {
    id: 'missing-tier-separation',
    title: 'Entry and data tier share one network',
    severity: 'high',
    confidence: 'high',
    persona: 'regular',
    tags: ['security', 'network', 'external/cwe/cwe-653'],
    docs,
  },
  {
    id: 'plaintext-credentials',
    title: 'Credential in plain text',
    severity: 'high',
    confidence: 'medium',
    persona: 'regular',
    tags: ['security', 'external/cwe/cwe-522'],
    docs,
  },
  {
    id: 'deprecated-links',
    title: 'Deprecated links',
    severity: 'low',
    confidence: 'high',
    persona: 'regular',
    tags: ['maintainability'],
    docs,
  },
  {
    id: 'writable-root',
    title: 'Root file system is writable',
    severity: 'low',
    confidence: 'high',
    persona: 'pedantic',
    tags: ['security'],
    docs,
  },
];

export const SHOP: SourceText = {
  path: 'compose.yaml',
  text: `name: shop
services:
  proxy:
    image: nginx:1.27
    ports:
      - "443:443"

  api:
    image: registry.example/shop/api:4
    environment:
      DATABASE_URL: postgres://shop:hunter2@db:5432/shop
    links: [db, cache]

  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: hunter2
    volumes:
      - data:/var/lib/postgresql/data

  cache:
    image: redis:7

volumes:
  data:
`,
};

export const SHOP_OVERRIDE: SourceText = {
  path: 'compose.override.yaml',
  text: `services:
  db:
    ports: !override
      - "127.0.0.1:5432:5432"
`,
};

/** What no output may show. */
export const SHOP_SECRETS: readonly Range[] = [rangeOf(SHOP, 'hunter2'), rangeOf(SHOP, 'hunter2', 'POSTGRES_PASSWORD')];

function shopPlace(needle: string, label: string, after = ''): Location {
  return locationOf(rangeOf(SHOP, needle, after), label, SHOP_SECRETS);
}

/** Every part of a report once: several severities, files, services; a fix, a gap, a note, a suppressed finding. */
export const SHOP_REPORT: Report = reportOf({
  projects: [{ name: 'shop', files: ['compose.yaml', 'compose.override.yaml'], services: 4 }],
  findings: [
    findingOf({
      message: "'proxy' is published on 443 and can open 'db:5432'; nothing in the project needs that.",
      advice: "Put 'db' on a network of its own:\n  networks: [data]",
      services: ['proxy', 'db'],
      evidence: { entry: 'proxy', data: 'db' },
      fingerprint: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
      locations: [
        shopPlace('db', "on the implicit network 'default'", '  db:'),
        shopPlace('"443:443"', 'anybody can connect here'),
        shopPlace('proxy', "on the implicit network 'default', too", '  proxy:'),
        locationOf(rangeOf(SHOP_OVERRIDE, '"127.0.0.1:5432:5432"'), 'published to this host'),
      ],
    }),
    findingOf({
      ruleId: 'plaintext-credentials',
      confidence: 'medium',
      message: "'POSTGRES_PASSWORD' of 'db' holds a literal value.",
      advice: 'Use a secret: POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password.',
      services: ['db'],
      evidence: { service: 'db', place: 'environment', key: 'POSTGRES_PASSWORD', kind: 'password' },
      fingerprint: '1b2c3d4e5f60718293a4b5c6d7e8f90a',
      locations: [shopPlace('hunter2', 'everybody who reads this file knows it', 'POSTGRES_PASSWORD')],
    }),
    findingOf({
      ruleId: 'plaintext-credentials',
      severity: 'medium',
      message: "The URL in 'DATABASE_URL' of 'api' holds a password.",
      advice: 'Read the password from a secret.',
      services: ['api'],
      evidence: { service: 'api', place: 'environment', key: 'DATABASE_URL', kind: 'url' },
      fingerprint: '2c3d4e5f60718293a4b5c6d7e8f90a1b',
      locations: [shopPlace('hunter2', '')],
    }),
    findingOf({
      ruleId: 'deprecated-links',
      severity: 'low',
      message: "'links' is deprecated: services on one network find each other by name.",
      advice: "Delete 'links'.",
      services: ['api'],
      evidence: { service: 'api' },
      fingerprint: '3d4e5f60718293a4b5c6d7e8f90a1b2c',
      locations: [
        shopPlace('links', 'deprecated'),
        shopPlace('db', 'the first link', 'links'),
        shopPlace('cache', 'the second link', 'links'),
        shopPlace('cache', 'has this name anyway', '\n  cache'),
      ],
      fix: {
        title: "Replace 'links' by 'depends_on'",
        safe: true,
        edits: [{ ...regionOf(rangeOf(SHOP, 'links')), file: 'compose.yaml', text: 'depends_on' }],
      },
    }),
    findingOf({
      ruleId: 'writable-root',
      severity: 'low',
      persona: 'pedantic',
      message: "'api' can write to its root file system.",
      advice: "Add 'read_only: true'.",
      services: ['api'],
      evidence: { service: 'api' },
      fingerprint: '4e5f60718293a4b5c6d7e8f90a1b2c3d',
      locations: [shopPlace('api', '', '  api:')],
    }),
  ],
  suppressed: [
    {
      ...findingOf({
        ruleId: 'writable-root',
        severity: 'low',
        persona: 'pedantic',
        message: "'db' can write to its root file system.",
        services: ['db'],
        evidence: { service: 'db' },
        fingerprint: '5f60718293a4b5c6d7e8f90a1b2c3d4e',
        locations: [shopPlace('db', '', '  db:')],
      }),
      suppression: { kind: 'comment', reason: 'it is a database' },
    },
  ],
  gaps: [
    {
      reason: "'include' of 'other/compose.yaml' could not be read.",
      file: 'compose.yaml',
      startLine: 2,
      startColumn: 1,
    },
  ],
  notes: [{ reason: "'TAG' is not set.", file: 'compose.yaml', startLine: 4 }],
});
