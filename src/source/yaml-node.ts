/** The nodes of a parsed YAML document, before aliases, merge keys and types are dealt with. Offsets are those of the text. */
import type { TextStyle } from './yaml-scanner.js';

export interface Tag {
  /** In full, except that YAML's own tags begin with `!!`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly tag: Tag | undefined;
  readonly text: string;
  readonly style: TextStyle;
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly target: ContentNode;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly start: number;
  end: number;
  readonly tag: Tag | undefined;
  readonly pairs: { readonly key: YamlNode; readonly value: YamlNode }[];
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly start: number;
  end: number;
  readonly tag: Tag | undefined;
  readonly items: YamlNode[];
}

export type ContentNode = ScalarNode | MappingNode | SequenceNode;
export type YamlNode = ContentNode | AliasNode;
