/** What is kept of an answer, so that the next words can go on from it. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { LinkAspect } from '../domain/link-aspects.ts';
import type { Fact, Reading } from '../domain/reading.ts';
import type { RunOf } from './lexicon/sums.ts';
import type { Topic } from './topic.ts';

/** A question's filter and the page of its list that was shown last. */
export interface LastAnswer {
  topic: Topic;
  filter: IssueFilter;
  page: number;
  /** Its page has as many rows as 清单 has. */
  long?: true;
  /** The page as another was shown it, who may see more: 第一个 is the first of that. */
  rows?: number[];
  /** Of which the list is the part that is not there yet (都解决了吗). */
  whole?: IssueFilter;
  /** The figures of a sentence that asked for several; the filter is the last one's. */
  parts?: Reading[];
  /** Figures of each apart, in the order of the card: what is said next is of who came first. */
  ranking?: Reading;
  /** The ranking before, where the answer was of one of its places: 第二多的是谁 is of that. */
  ranked?: { topic: Topic; filter: IssueFilter; ranking: Reading };
  /** A list of projects; the filter finds the problems of those. */
  projects?: true;
  /** The one project that was spoken of before that list: 这个项目 is that. */
  about?: number;
  /** What that list was picked by. */
  asked?: Reading;
  /** 拖得最久的是哪一件: the first of the list is the one that was asked for. */
  first?: true;
  /** The one problem that was shown: 为什么红了 is about it. */
  issueId?: number | undefined;
  /** What was asked of it: 路灯那个呢 asks the same of another. */
  fact?: Fact | undefined;
  /** 那住建局呢, after 资规局: what the same was asked of before, oldest first, for 三家加起来 and 哪个多. */
  run?: { of: RunOf; before: { topic: Topic; filter: IssueFilter }[] };
  /** A report was sent: the days and whose it is, for 里面登记几件. */
  report?: string;
  /** Links of the one project were shown: 安评呢 is another of them. */
  ofLinks?: true;
  /** The weather of the one project was shown: 邦普呢 is that of another. */
  ofWeather?: true;
  /** One of them was shown, as it was said: 归谁管 is of it. */
  link?: string;
  /** What was told of the links: 谁负责 after 卡在哪个环节 is of those that are stuck. */
  asks?: LinkAspect[];
}
