-- Help with writing, by what Neovim itself asks servers for.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
vim.cmd('filetype on')
vim.o.hidden = true
require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })

local function lines(buffer)
  return function()
    return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  end
end

--- Waits until a document has run, so that the server knows all that is in it.
local function await(buffer, row, shown)
  Harness.wait(shown, function()
    return (Harness.painted(buffer, 'colight')[row] or ''):find(shown, 1, true) ~= nil
  end, function()
    return (Harness.painted(buffer, 'colight'))
  end)
end

--- Returns what the server answers at a place, which counts from 1, as people do.
local function ask(buffer, method, row, column)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = row - 1, character = column - 1 },
  }
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local function labels(answer)
  return vim.tbl_map(function(item)
    return item.label:match('^%w*')
  end, answer.items)
end

it('members are proposed in code that is not complete, and signatures told', function()
  local buffer = Harness.document({ 'var words = List.of("a", "bb");', '', 'words.get(0).leng' })
  await(buffer, 1, '⇒ [a, bb]')
  local found = ask(buffer, 'textDocument/completion', 3, 18)
  equal(true, vim.tbl_contains(labels(found), 'length'), vim.inspect(labels(found)))
  vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { 'words.get(0).substring(0, ' })
  local signature = ask(buffer, 'textDocument/signatureHelp', 3, 27)
  equal(1, signature.activeParameter or signature.signatures[1].activeParameter)
  equal('substring', signature.signatures[1].label:match('substring'))
end)

it('a name is renamed across blocks', function()
  local buffer = Harness.document({
    'int twice(int n) { return 2 * n; }',
    '',
    'twice(4)',
    '',
    'twice(twice(1))',
  })
  await(buffer, 5, '⇒ 4')
  vim.api.nvim_win_set_cursor(0, { 3, 1 })
  vim.lsp.buf.rename('double2')
  becomes({
    'int double2(int n) { return 2 * n; }',
    '',
    'double2(4)',
    '',
    'double2(double2(1))',
  }, lines(buffer))
  await(buffer, 5, '⇒ 4')
end)

it('what a source of the project declares is gone to, and renamed there and here', function()
  local source = vim.fn.getcwd() .. '/src/shop/Price.java'
  vim.fn.mkdir(vim.fn.fnamemodify(source, ':h'), 'p')
  vim.fn.writefile({
    'package shop;',
    '',
    'public class Price {',
    '  public static int gross(int net) { return net + net / 5; }',
    '}',
  }, source)
  local buffer = Harness.document({ 'import shop.Price;', '', 'Price.gross(100)' })
  await(buffer, 3, '⇒ 120')
  vim.api.nvim_win_set_cursor(0, { 3, 7 })
  vim.lsp.buf.definition()
  becomes({ source, 4 }, function()
    return { vim.api.nvim_buf_get_name(0), vim.api.nvim_win_get_cursor(0)[1] }
  end)
  vim.api.nvim_set_current_buf(buffer)
  vim.api.nvim_win_set_cursor(0, { 3, 7 })
  vim.lsp.buf.rename('withTax')
  becomes({ 'import shop.Price;', '', 'Price.withTax(100)' }, lines(buffer))
  local there = vim.fn.bufnr(source)
  equal('  public static int withTax(int net) { return net + net / 5; }', lines(there)()[4])
  vim.cmd('silent wall')
  await(buffer, 3, '⇒ 120')
end)

it('a missing import is added by a quick fix', function()
  local buffer = Harness.document({ 'var zone = ZoneId.of("UTC");' })
  Harness.wait('a diagnostic', function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  vim.api.nvim_win_set_cursor(0, { 1, 12 })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title:find('java.time.ZoneId', 1, true) ~= nil
    end,
  })
  Harness.wait('an import', function()
    return lines(buffer)()[1] == 'import java.time.ZoneId;'
  end, lines(buffer))
end)

it('a document is formatted, and nothing runs again for that', function()
  local buffer = Harness.document({ 'int n=3;', '', 'if (n>2) {', 'System.out.println( n );', '}' })
  await(buffer, 1, '⇒ 3')
  vim.bo.expandtab, vim.bo.shiftwidth = true, 2
  vim.lsp.buf.format({ timeout_ms = 60000 })
  equal({ 'int n = 3;', '', 'if (n > 2) {', '  System.out.println(n);', '}' }, lines(buffer)())
  await(buffer, 1, '⇒ 3')
end)
