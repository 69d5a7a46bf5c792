import { fonts, latinFont } from './gb9704';
import type { PieceFont } from './paginate/page';

/** A face of the official format by the family names it goes by. */
export type FontFace = Readonly<{
  /** What it is called in the exported file, and by other systems. */
  names: readonly [string, ...string[]];
  /** What stands in on screen and paper where it is not installed, the nearest first. */
  substitutes: readonly string[];
  /** What it is used for, in the clerk's words. */
  use: string;
  generic: 'serif' | 'sans-serif';
}>;

/** Faces of Windows, macOS and the Linux desktops in government use, by role; licensed faces are never shipped. */
export const fontFaces: Readonly<Record<PieceFont, FontFace>> = {
  title: {
    names: [fonts.title.name, 'FZXiaoBiaoSong-B05S'],
    substitutes: [
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '华文中宋',
      'STZhongsong',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
    ],
    use: '标题、发文机关标志',
    generic: 'serif',
  },
  body: {
    names: [fonts.body.name, 'FangSong_GB2312'],
    substitutes: [
      '仿宋',
      'FangSong',
      '华文仿宋',
      'STFangsong',
      '方正仿宋_GBK',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
    ],
    use: '正文',
    generic: 'serif',
  },
  kai: {
    names: [fonts.kai.name, 'KaiTi_GB2312'],
    substitutes: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', '方正楷体_GBK', 'AR PL KaitiM GB', 'Noto Serif CJK SC'],
    use: '二级标题、责任单位',
    generic: 'serif',
  },
  hei: {
    names: [fonts.hei.name, 'SimHei'],
    substitutes: ['华文黑体', 'STHeiti', '方正黑体_GBK', 'Noto Sans CJK SC', 'Source Han Sans SC'],
    use: '一级标题、表头',
    generic: 'sans-serif',
  },
  song: {
    names: [fonts.song.name, 'SimSun'],
    substitutes: ['新宋体', 'NSimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
    use: '页码',
    generic: 'serif',
  },
  latin: {
    names: [latinFont],
    substitutes: ['Liberation Serif', 'Tinos', 'Nimbus Roman'],
    use: '数字、字母',
    generic: 'serif',
  },
};

/** The faces of a role as CSS and SVG name them. */
export const fontFamily = (role: PieceFont): string => {
  const { names, substitutes, generic } = fontFaces[role];
  return [...[...names, ...substitutes].map((name) => `'${name}'`), generic].join(', ');
};
