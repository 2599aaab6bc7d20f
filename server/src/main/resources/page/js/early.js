// Before the first paint: theme and language as chosen here, or as the browser has them.
(function () {
  var root = document.documentElement;
  var theme = null;
  var lang = null;
  try {
    theme = localStorage.getItem('theme');
    lang = localStorage.getItem('lang');
  } catch (e) {
    // storage is forbidden: the browser's own settings hold
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (lang !== 'en' && lang !== 'zh') lang = /^zh/i.test(navigator.language) ? 'zh' : 'en';
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
})();
