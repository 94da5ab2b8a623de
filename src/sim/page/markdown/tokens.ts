/** What the Feishu markdown dialect turns into; no DOM here, so it is tested in Node. Text is always literal. */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'br' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  /** `href` is http, https, mailto or tel; anything else never becomes a link. */
  | { type: 'link'; href: string; icon?: string | undefined; children: Inline[] }
  | { type: 'image'; key: string; alt: string }
  /** `all` = @所有人; otherwise `ids` (open ids) or an e-mail address. */
  | { type: 'at'; all: boolean; ids: string[]; email?: string | undefined }
  | { type: 'person'; id: string; showName: boolean; showAvatar: boolean; capsule: boolean }
  | { type: 'font'; color: string; children: Inline[] }
  | { type: 'tag'; color: string; children: Inline[] }
  | {
      type: 'number';
      text: string;
      background?: string | undefined;
      color?: string | undefined;
      href?: string | undefined;
    }
  /** `millisecond` absent = when the card was sent. */
  | { type: 'datetime'; millisecond?: number | undefined; format: string; href?: string | undefined };

export type Align = 'left' | 'center' | 'right' | undefined;

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'code'; lang: string; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'table'; align: Align[]; header: Inline[][]; rows: Inline[][][] }
  | { type: 'hr' };
