/** The report as other programs read it: `schemas/report.schema.json`. */
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import schema from '../../schemas/report.schema.json';
import { json } from '../../src/report/json.js';
import { jsonText } from '../../src/report/json-text.js';
import { hostileReport, hostileText } from '../support/hostile.js';
import { reportOf, SHOP_REPORT } from '../support/report.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function expectValid(text: string): void {
  expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
}

describe('the schema', () => {
  test('accepts a report with everything in it', () => expectValid(json(SHOP_REPORT)));
  test('accepts a report with nothing in it', () => expectValid(json(reportOf({ projects: [] }))));
  test('accepts any report', () => {
    fc.assert(fc.property(hostileReport, (report) => expectValid(json(report))));
  });

  test.each([
    ['an unknown key', { extra: 1 }],
    ['another version', { schemaVersion: 2 }],
    ['a missing list', { findings: undefined }],
    ['a finding without a place', { findings: [{ ...JSON.parse(json(SHOP_REPORT)).findings[0], locations: [] }] }],
    ['a finding with an unknown key', { findings: [{ ...JSON.parse(json(SHOP_REPORT)).findings[0], snippet: 'x' }] }],
    ['a suppressed finding without a reason', { suppressed: [JSON.parse(json(SHOP_REPORT)).findings[0]] }],
  ])('refuses %s', (_, change) => {
    expect(validate({ ...JSON.parse(json(SHOP_REPORT)), ...change })).toBe(false);
  });
});

test('a finding has the keys of the contract, in its order', () => {
  const [, , , links] = JSON.parse(json(SHOP_REPORT)).findings;
  expect(Object.keys(links)).toEqual([
    'ruleId',
    'severity',
    'confidence',
    'persona',
    'message',
    'project',
    'services',
    'evidence',
    'fingerprint',
    'locations',
    'fix',
  ]);
  expect(links.fix).toEqual({ title: "Replace 'links' by 'depends_on'", safe: true });
});

test('jsonText changes no value', () => {
  fc.assert(fc.property(hostileText, (text) => expect(JSON.parse(jsonText({ text }))).toEqual({ text })));
});
