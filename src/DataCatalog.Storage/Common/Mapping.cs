using System.Linq.Expressions;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Common;

/// <summary>The forms that several configurations share.</summary>
internal static class Mapping
{
    /// <summary>A text in two languages: the columns <c>…_ko</c> and <c>…_en</c>.</summary>
    public static void Localized<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, LocalizedText?>> text, int maximum)
        where T : class => builder.ComplexProperty(text, columns =>
        {
            columns.IsRequired();
            columns.Property(t => t.Ko).HasMaxLength(maximum);
            columns.Property(t => t.En).HasMaxLength(maximum);
        });

    /// <summary>A sum: the columns <c>…_amount</c> and <c>…_currency</c>, both null where there is none.</summary>
    public static void Money<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, Money?>> money, bool required)
        where T : class => builder.ComplexProperty(money, columns =>
        {
            columns.IsRequired(required);
            columns.Property(m => m.Amount).HasPrecision(19, 4);
            columns.Property(m => m.Currency).HasMaxLength(3);
        });

    /// <summary>Rows that are part of another: they go with it.</summary>
    public static void Owns<TOwner, TPart>(
        this EntityTypeBuilder<TOwner> builder, Expression<Func<TOwner, IEnumerable<TPart>?>> parts, Expression<Func<TPart, object?>> foreignKey, string? field = null)
        where TOwner : class
        where TPart : class
    {
        builder.HasMany(parts).WithOne().HasForeignKey(foreignKey).IsRequired().OnDelete(DeleteBehavior.Cascade);
        if (field is not null) builder.Navigation(parts!).HasField(field);
    }

    /// <summary>A reference to a row that cannot go while it is referred to.</summary>
    public static void RefersTo<TTarget>(this EntityTypeBuilder builder, params string[] foreignKey)
        where TTarget : class => builder.HasOne(typeof(TTarget)).WithMany().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.Restrict);

    /// <summary>A reference with its navigation.</summary>
    public static void RefersTo<T, TTarget>(this EntityTypeBuilder<T> builder, Expression<Func<T, TTarget?>> navigation, Expression<Func<T, object?>> foreignKey)
        where T : class
        where TTarget : class => builder.HasOne(navigation).WithMany().HasForeignKey(foreignKey).IsRequired().OnDelete(DeleteBehavior.Restrict);
}
