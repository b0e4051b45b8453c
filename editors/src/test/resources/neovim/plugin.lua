-- What the plugin paints, and when it does not.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })

local function painted(buffer)
  return function()
    return (Harness.painted(buffer, 'colight'))
  end
end

it('values, output, tables, lines and errors stand beside and below their code', function()
  local buffer = Harness.document({
    'int guests = 8, hosts = 1;',
    'guests * hosts',
    '',
    'System.out.println("hello");',
    'for (int i = 1; i < 4; i++) System.out.println("line " + i);',
    '',
    'record P(String name, int age) {}',
    'List.of(new P("ann", 3), new P("bob", 44))',
    '',
    'int[] a = {1};',
    'a[2]',
    '',
    'a[0] + nothing',
  })
  becomes({
    'int guests = 8, hosts = 1;  ⇒ guests = 8, hosts = 1',
    'guests * hosts  ⇒ 8',
    '',
    'System.out.println("hello");  ▸ hello',
    'for (int i = 1; i < 4; i++) System.out.println("line " + i);',
    '|   line 1',
    '|   line 2',
    '|   line 3',
    '',
    'record P(String name, int age) {}',
    'List.of(new P("ann", 3), new P("bob", 44))  ⇒ List<P>',
    '|   name │ age',
    '|   ─────┼────',
    '|   ann  │   3',
    '|   bob  │  44',
    '',
    'int[] a = {1};  ⇒ {1}',
    'a[2]  ✗ ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 1',
    '',
    "a[0] + nothing  ✗ 'nothing' cannot be resolved to a variable",
  }, painted(buffer))
  local _, signs = Harness.painted(buffer, 'colight')
  equal({ [1] = '✓', [4] = '✓', [7] = '✓', [10] = '✗', [13] = '✗' }, signs)
end)

it('a value is gone as soon as its line is changed, and not before', function()
  local buffer = Harness.document({ 'int a = 1;', 'a + 1', 'a + 2', '', 'a + 3' })
  becomes({ 'int a = 1;  ⇒ 1', 'a + 1  ⇒ 2', 'a + 2  ⇒ 3', '', 'a + 3  ⇒ 4' }, painted(buffer))
  vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { 'a + 10' })
  equal('a + 10', painted(buffer)()[2], 'at once')
  equal('a + 3  ⇒ 4', painted(buffer)()[5])
  local stale
  vim.wait(1000, function()
    stale = painted(buffer)()
    return stale[1] ~= 'int a = 1;'
  end, 0)
  equal(
    { 'int a = 1;  ⇒ 1 (stale)', 'a + 10', 'a + 2  ⇒ 3 (stale)', '', 'a + 3  ⇒ 4' },
    stale
  )
  becomes({ 'int a = 1;  ⇒ 1', 'a + 10  ⇒ 11', 'a + 2  ⇒ 3', '', 'a + 3  ⇒ 4' }, painted(buffer))
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { 'String s = "x";', '' })
  equal('int a = 1;  ⇒ 1', painted(buffer)()[3])
  becomes('String s = "x";  ⇒ "x"', function()
    return painted(buffer)()[1]
  end)
end)

it('whatever is typed, no value stands beside another text than its own', function()
  math.randomseed(11)
  local text = {}
  for i = 1, 30 do
    text[i] = i % 4 == 0 and '' or tostring(1000 + i)
  end
  local buffer = Harness.document(text)
  local function check(what)
    for _, line in ipairs(painted(buffer)()) do
      local code, value = line:match('^(%d+)%s+⇒ (%d+)')
      if code then
        equal(code, value, what)
      end
    end
  end
  local function settled()
    for _, line in ipairs(painted(buffer)()) do
      if line:match('^%d+') and not line:match('^(%d+)  ⇒ %1$') then
        return line
      end
    end
    return 'settled'
  end
  becomes('settled', settled)
  for round = 1, 150 do
    local count = vim.api.nvim_buf_line_count(buffer)
    local first = math.random(0, count)
    local last = math.min(count, first + math.random(0, 2))
    local new = {}
    for i = 1, math.random(0, 3) do
      new[i] = math.random(4) == 1 and '' or tostring(math.random(1000, 9999))
    end
    vim.api.nvim_buf_set_lines(buffer, first, last, false, new)
    check('at once, round ' .. round)
    if round % 3 == 0 then
      vim.wait(math.random(0, 60), function()
        check('in round ' .. round)
      end, 5)
    end
    if round % 20 == 0 then
      vim.cmd('silent! undo')
      check('after undo in round ' .. round)
    end
  end
  becomes('settled', settled)
end)

it('what was changed and changed back is shown again', function()
  local buffer = Harness.document({ '1', '2', '', '3' })
  local whole = { '1  ⇒ 1', '2  ⇒ 2', '', '3  ⇒ 3' }
  becomes(whole, painted(buffer))
  vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { '22' })
  vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { '2' })
  becomes(whole, painted(buffer))
  vim.api.nvim_buf_set_lines(buffer, 0, 4, false, {})
  vim.cmd('silent undo')
  becomes(whole, painted(buffer))
end)

it('what runs shows that it does, and its output as it comes', function()
  local buffer = Harness.document({
    'for (int i = 0; i < 2; i++) { System.out.println(i); Thread.sleep(i * 600_000L); }',
  })
  becomes('  …', function()
    return painted(buffer)()[1]:match('%s+…$')
  end)
  becomes({ '|   0', '|   1' }, function()
    return vim.list_slice(painted(buffer)(), 2)
  end)
  local _, signs = Harness.painted(buffer, 'colight')
  equal({ '▶' }, signs)
  equal('running …', require('colight').status(buffer))
  vim.cmd('ColightCancel')
  becomes('cancelled', function()
    local document = require('colight.documents').get(buffer)
    return require('colight.documents').in_order(document)[1].status
  end)
end)

it('what would touch the outside is held, says so, and runs on command', function()
  local code = 'new File("written").mkdir()'
  local buffer = Harness.document({ code, '', '1 + 1' })
  becomes({
    code .. '  ⏸ writes files: File.mkdir, line 1',
    '',
    '1 + 1  ⇒ 2',
  }, painted(buffer))
  local _, signs = Harness.painted(buffer, 'colight')
  equal({ [1] = '⏸', [3] = '✓' }, signs)
  equal(0, vim.fn.isdirectory('written'))
  vim.cmd('ColightRun block')
  becomes({ code .. '  ⇒ true', '', '1 + 1  ⇒ 2' }, painted(buffer))
  equal(1, vim.fn.isdirectory('written'))
end)

it('without virtual lines, what has several is put on one', function()
  require('colight').setup({
    cmd = { vim.env.COLIGHT, 'lsp' },
    virtual_lines = { enabled = false },
    virtual_text = { max_width = 12 },
    signs = false,
  })
  local buffer = Harness.document({ 'System.out.println("one\\ntwo\\nthree");', '123456789012345' })
  becomes('System.out.println("one\\ntwo\\nthree");  ▸ one⏎two⏎t…', function()
    return painted(buffer)()[1]
  end)
  local _, signs = Harness.painted(buffer, 'colight')
  equal({}, signs)
  require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })
end)

it('a document is followed after it is read again, and forgotten when it is closed', function()
  local buffer = Harness.document({ '1 + 1' })
  becomes({ '1 + 1  ⇒ 2' }, painted(buffer))
  vim.fn.writefile({ '2 + 2' }, vim.api.nvim_buf_get_name(buffer))
  vim.cmd('edit!')
  becomes({ '2 + 2  ⇒ 4' }, painted(buffer))
  vim.cmd('bwipeout!')
  equal(nil, require('colight.documents').get(buffer))
end)

it('options that do not exist or are of another type are told, and the defaults hold', function()
  local said = {}
  local notify = vim.notify
  vim.notify = function(text)
    said[#said + 1] = text
  end
  require('colight').setup({ sings = {}, results = { position = 'top', size = '3' } })
  vim.notify = notify
  equal(3, #said)
  equal("colight: 'results.position' has to be bottom or right; the defaults hold", said[1])
  equal("colight: there is no option 'sings'; the defaults hold", said[3])
  equal(12, require('colight.config').current.results.size)
end)

it('what does not fit beside its code is cut there, or stands below', function()
  local long = 'long theNumberOfSecondsInAFortnight = 14L * 24 * 60 * 60 * 1000L * 1000;'
  local cut = '"x".repeat(70)  ⇒ "' .. ('x'):rep(57) .. '…'
  local buffer = Harness.document({ long, '', '"x".repeat(70)', '', '1 / 0', '', '"日".repeat(90)' })
  local below = '|   ⇒ 1209600000000'
  local error = '1 / 0  ✗ ArithmeticException: / by zero'
  local wide = '"日".repeat(90)  ⇒ "' .. ('日'):rep(28) .. '…'
  becomes({ long, below, '', cut, '', error, '', wide }, painted(buffer))
  vim.cmd('vsplit')
  vim.cmd('vertical resize 20')
  vim.api.nvim_exec_autocmds('WinResized', {}) -- a script is not told
  Harness.wait('narrow', function()
    return painted(buffer)()[4] == '"x".repeat(70)'
  end, painted(buffer))
  for _, line in ipairs(painted(buffer)()) do
    equal(true, line:sub(1, 1) ~= '|' or vim.fn.strdisplaywidth(line:sub(2)) <= 18, line)
  end
  vim.cmd('close')
  vim.api.nvim_exec_autocmds('WinResized', {})
  becomes({ long, below, '', cut, '', error, '', wide }, painted(buffer))
end)

it('wide and long texts are cut by cells of the screen', function()
  local text = require('colight.text')
  equal('日本…', text.cut('日本語日本語', 6))
  equal('abcdef', text.cut('abcdef', 6))
  equal('a⏎b c', text.line('a\r\nb\tc'))
  equal({ 'a', 'b' }, text.lines('a\r\nb\n\n'))
  equal(
    { '  │ k', '──┼───', 'x │ 日', '… 3 more rows' },
    text.table(
      '{"columns":[{"name":"k","type":"text"}],"rows":[["日"]],"index":["x"],"total":4,"offset":0}'
    )
  )
  equal(nil, text.table('{'))
  equal(nil, text.table('[]'))
end)
