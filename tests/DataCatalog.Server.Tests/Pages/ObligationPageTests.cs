using System.Net;
using System.Text;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>How an obligation is fulfilled, sent back and accepted, and what is kept of its documents.</summary>
public sealed class ObligationPageTests(Site site)
{
    [Fact]
    public async Task Member_GivesEvidence_OfficerSendsBackThenAccepts()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        string id = await right.ObligationAsync("CertifyDeletion"), address = $"/obligations/{id}";
        await using Visit member = await MemberAsync(right, script: false);
        await member.GoAsync("/compliance/obligations");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "삭제 증명" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("종료일부터 30일 이내에 삭제한다.");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("학습");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("upstage");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("3,100만");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "증빙 내기" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("하나 이상을 주세요");
        await GiveAsync(member, "모두 지움", "확인서.txt");

        await using Visit officer = await site.VisitAsync("compliance");
        await officer.GoAsync(address);
        await officer.Page.GetByLabel("이유").FillAsync("백업도 확인하세요");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "증빙 되돌려 보내기" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("되돌려 보냈습니다");

        await member.GoAsync(address);
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("백업도 확인하세요");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "의무 면제" })).ToHaveCountAsync(0);
        await GiveAsync(member, "백업까지 지움", null);
        await officer.GoAsync(address);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "증빙 받아들이기" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("이행되었습니다");
        Answer settled = await right.Service.Admin.GetAsync($"/odata/Obligations({id})?$expand=Evidence");
        Assert.Equal("Fulfilled", settled["Status"].GetString());
        JsonElement evidence = Assert.Single(settled["Evidence"].EnumerateArray(), e => e.GetProperty("Sha256").ValueKind != JsonValueKind.Null);
        Assert.Equal(("확인서.txt", 3_000_000), (evidence.GetProperty("Name").GetString(), evidence.GetProperty("Bytes").GetInt64()));
    }

    [Fact]
    public async Task Copies_StandInTheWay_UntilTheOfficerWaives()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        string id = await right.ObligationAsync("DeleteCopies");
        (await right.Service.Admin.PostAsync("/odata/DataCopies", new { ConsortiumId = right.Consortium, Version = right.Dataset + "@1.0.0", Place = "Rack 7" })).OfStatus(HttpStatusCode.Created);
        await using Visit visit = await site.VisitAsync("compliance", "en");
        await visit.GoAsync($"/obligations/{id}");
        await visit.Page.GetByLabel("What was done").FillAsync("Deleted all of it");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give the evidence" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not marked as deleted");
        await Assertions.Expect(visit.Page.GetByLabel("What was done")).ToHaveValueAsync("Deleted all of it");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Rack 7" })).ToBeVisibleAsync();
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.Page.GetByLabel("Reason").FillAsync("Kept for a court");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Waive the obligation" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("waived");
        Assert.Equal("Waived", (await right.Service.Admin.GetAsync($"/odata/Obligations({id})"))["Status"].GetString());
    }

    [Fact]
    public async Task Document_OfAFormWithoutItsToken_IsNotKept()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        string id = await right.ObligationAsync("CertifyDeletion");
        byte[] content = Encoding.UTF8.GetBytes(Given.Unique("not kept"));
        await using Visit visit = await site.VisitAsync("compliance");
        IAPIResponse answer = await visit.Page.APIRequest.PostAsync(new Uri(right.Service.Address, $"/obligations/{id}").ToString(), new()
        {
            Headers = new Dictionary<string, string> { ["Accept"] = "text/html" },
            Multipart = visit.Page.APIRequest.CreateFormData().Set("_handler", "fulfil").Set("Fulfil.Statement", "x").Set("Fulfil.Document", new FilePayload { Name = "a.txt", MimeType = "text/plain", Buffer = content }),
        });
        Assert.Equal(400, answer.Status);
        Assert.Empty(await right.RowsAsync("Obligations", " and Status eq 'Submitted'"));
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        Assert.Equal(0, await right.Service.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.AuditEvents.Where(e => e.Reason == sha256), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task FormThatDoesNotSayWhatItChanges_ChangesNothing()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        string id = await right.ObligationAsync("CertifyDeletion");
        await using Visit visit = await site.VisitAsync("compliance", "en");
        await visit.GoAsync($"/obligations/{id}");
        await visit.Page.EvaluateAsync("document.querySelector('[name=\"Fulfil.Version\"]').value = 'x'");
        await visit.Page.GetByLabel("What was done").FillAsync("Deleted all of it");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give the evidence" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("too old");
        Assert.Empty(await right.RowsAsync("Obligations", " and Status eq 'Submitted'"));
    }

    private static async Task GiveAsync(Visit member, string statement, string? file)
    {
        await member.Page.GetByLabel("무엇을 했는지").FillAsync(statement);
        // Larger than any other body that the service takes.
        if (file is not null) await member.Page.GetByLabel("증빙 문서").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "text/plain", Buffer = new byte[3_000_000] });
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "증빙 내기" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("증빙을 냈습니다");
    }

    private async Task<Visit> MemberAsync(EndedRight right, bool script)
    {
        string key = await new Given(right.Service.Admin).KeyAsync("consortium-member", right.Consortium);
        Visit visit = await site.VisitAsync(null, "ko", script);
        await visit.GoAsync("/sign-in");
        await visit.Page.GetByLabel("API 키").FillAsync(key);
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "로그인" }).ClickAsync();
        await visit.Page.WaitForURLAsync(right.Service.Address.ToString());
        return visit;
    }
}
