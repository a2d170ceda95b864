/**
 * What a web site or a copying program puts round a report: dates and sources of publication,
 * buttons, links. It belongs to no section; it is set aside, not lost.
 */
import type { Line } from './lines.ts';

const ABOUT_THE_PAGE =
  /^(?:标题|题名|发布(?:时间|日期|机构|单位|机关)|成文日期|生成日期|公开日期|更新(?:时间|日期)|文号|发文字号|索引号|主题词|主题分类|栏目|原文链接|本地目录|页面链接|信息来源|来源|文章来源|作者|编辑|责任编辑|审核|浏览次数|点击数|阅读次数|字号|字体|视力保护色|时间|日期)[:：]/;
const BUTTONS =
  /^(?:附件(?:下载)?|相关(?:链接|附件|文档|稿件)|文件下载|下载|打印(?:本页)?|关闭(?:窗口|本页)?|分享(?:到)?|收藏|返回(?:顶部|首页)?|上一篇|下一篇|扫一扫|微信|微博|QQ空间|全真版|文字版|首页|正文|当前位置|您(?:现在)?的?位置|【?字体|【?打印|【?关闭|版权所有|主办单位|承办单位|网站标识码|[\u4e00-\u9fff]?ICP备|[\u4e00-\u9fff]公网安备|联系我们|网站地图|Page\d+-|P\.\d+$|={5,})/i;
const LONGEST = 60;

/** True for a short line of the page that is no part of the report. */
export function isFurniture({ kind, compact }: Line): boolean {
  if (kind !== 'text' || compact.length > LONGEST) return false;
  return ABOUT_THE_PAGE.test(compact) || BUTTONS.test(compact) || /^[\d\s:.\-/]+$/.test(compact);
}
