/** `.env` files, files of `env_file`, and the environment of who runs Compose. */
import fc from 'fast-check';
import { of } from './scalars.js';

export const ENVIRONMENT: Readonly<Record<string, string>> = {
  ENV_ONLY: 'outer',
  B: 'from-env',
  YES: 'yes',
  SIZE: '64m',
  P: '8080',
  IP: '10.1.2.3',
};

const USUAL = 'A=alpha\nN=3\nEMPTY=\nDOLLAR=$$A\nQUOTED="q r"\nMULTI="one\ntwo"\nSUBNET=10.9.0.0/24\n';

const line = fc.oneof(
  {
    weight: 60,
    arbitrary: of(
      'A=alpha',
      'B=beta',
      'N=8',
      'FOO=bar',
      'EMPTY=',
      'export X=1',
      'Q="a b"',
      "S='single $A'",
      'R=${A}-x',
      'R2=$B',
    ),
  },
  {
    weight: 40,
    arbitrary: of(
      ...[
        'C=v # comment',
        'H=v#no',
        'Y: yaml',
        'ONLY',
        'D=${U:-def}',
        'E="esc \\n \\$A \\\\ "',
        '  SP = x ',
        '# comment',
        '',
        'T=a\\tb',
      ],
      ...[
        'M="one\ntwo"',
        "M2='one\ntwo'",
        'U2=${U-x}${A:+y}',
        'DOL=$$A',
        'DQ="$$A ${A}"',
        'TAB=a\t# c',
        'Z= # c',
        'EQ=a=b=c',
        'A.B=dot',
        'A-B=dash',
      ],
      ...[
        'É=u',
        'Q2="a"#c',
        "SQ='it\\'s'",
        'CR=x\r',
        'W="a" # c',
        'OCT="\\0101"',
        'BS=a\\',
        'N2=1_000',
        'F=1.0',
        'ENV_ONLY',
        'B',
        'export B',
        'L=[1]',
      ],
      ...[
        'J={"a": 1}',
        'URL=http://u:p@db:5432/x?a=b#c',
        'HASH=#x',
        'AA="${U:-"x"}"',
        'NEST=${U:-${A:-z}}',
        'LC=${a}',
        'P8080=${P}',
        'SP2="  x  "',
        'A[0]=x',
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: of(
      '=x',
      'A B=1',
      '1A=x',
      'A!=1',
      'X="open',
      "Y='open",
      '\ufeffA=bom',
      'Q3="a" "b"',
      'X=${',
      'X=${U:?needed}',
      'export',
      'A==',
      'Q4="x"y',
      '\u0000',
      'A=\u0085',
    ),
  },
);

/** Of a text with the usual variables mostly, so that what refers to them finds them. */
export const dotenv: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.array(line, { maxLength: 4, size: 'max' }), of('\n', '\n', '\n', ''))
  .map(([usual, lines, end]) => `${usual < 9 ? USUAL : ''}${lines.join('\n')}${end}`);

export const envFile: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { maxLength: 5, size: 'max' }), of('\n', '\n', ''))
  .map(([lines, end]) => lines.join('\n') + end);
